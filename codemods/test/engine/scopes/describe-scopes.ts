import { analyze } from "@typescript-eslint/scope-manager";
import type { TSESTree } from "@typescript-eslint/types";
import type { Reference, Scope, Variable } from "tls-rules";

/** The scopes that typescript-eslint's scope manager finds, without that of globals, in which nothing of the program is. */
export function scopesByTypescriptEslint(ast: TSESTree.Program): readonly Scope[] {
  const isModule = ast.sourceType === "module";
  const { scopes } = analyze(ast, { sourceType: isModule ? "module" : "script", globalReturn: !isModule, lib: [] });
  return scopes.slice(1) as unknown as readonly Scope[];
}

/**
 * All that rules can see of scopes, in words. What none of them sees is left out: variables that nothing declares, which are `arguments`,
 * and the scope in which the use of `React` by JSX is listed.
 */
export function describeScopes(scopes: readonly Scope[]): readonly string[] {
  const factories = scopes.flatMap(({ references }) => references).filter(isFactory);
  return [
    ...scopes.flatMap(({ variables, references }) => [
      "scope",
      ...declared(variables).map(describeVariable),
      ...references.filter((reference) => !isFactory(reference)).map(describeReference),
    ]),
    ...factories.map(describeReference),
  ];
}

/** typescript-eslint has `arguments` before anything declares it. */
function declared(variables: readonly Variable[]): readonly Variable[] {
  return variables
    .filter(({ defs }) => defs.length > 0)
    .sort((a, b) => Number(b.name === "arguments") - Number(a.name === "arguments"));
}

/** A declaration that is its own reader. */
function isFactory(reference: Reference): boolean {
  return !reference.isWrite() && reference.resolved?.defs[0]?.name === reference.identifier;
}

function describeVariable({ name, defs, references }: Variable): string {
  const definitions = defs.map((definition) => `${definition.type} ${at(definition.name)} of ${at(definition.node)}`);
  const uses = references.filter((reference) => !isFactory(reference)).map(({ identifier }) => at(identifier));
  return `${name} is ${definitions.join(" and ")}, in ${uses.join(" ")}`;
}

function describeReference(reference: Reference): string {
  const { identifier, resolved, writeExpr, init } = reference;
  const declaration = resolved?.defs[0];
  const parts = [
    at(identifier),
    reference.isRead() ? "is read" : "is not read",
    reference.isWrite() ? `is set to ${writeExpr ? at(writeExpr) : String(writeExpr)}` : "is not set",
    `by its declaration: ${init}`,
    declaration ? `means ${at(declaration.name)} of ${at(declaration.node)}` : "means nothing here",
  ];
  return parts.join(", ");
}

function at({ type, range }: TSESTree.Node): string {
  return `${type} ${range.join("-")}`;
}
