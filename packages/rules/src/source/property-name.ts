import type { TSESTree } from "@typescript-eslint/types";
import type { Program } from "./program.js";
import { alternativesOf } from "./static-value.js";

type Named = TSESTree.MemberExpression | TSESTree.Property | TSESTree.PropertyDefinition | TSESTree.MethodDefinition;

/** The name that a member access, an object property or a class member has, computed or not; undefined when the code does not tell. */
export function propertyName(program: Program, node: Named): string | undefined {
  const names = propertyNames(program, node);
  return names?.length === 1 ? names[0] : undefined;
}

/** All names that it may have: several for `constants["SSL_OP_NO_" + version]` in a loop over versions. */
export function propertyNames(program: Program, node: Named): readonly string[] | undefined {
  const key = node.type === "MemberExpression" ? node.property : node.key;
  if (!node.computed && key.type === "Identifier") return [key.name];
  if (!node.computed && key.type === "PrivateIdentifier") return [`#${key.name}`];
  const names = alternativesOf(program, key).map((alternative) => (alternative.kind === "known" ? nameFrom(alternative.value) : undefined));
  return names.every((name) => name !== undefined) ? [...new Set(names)] : undefined;
}

function nameFrom(value: unknown): string | undefined {
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}
