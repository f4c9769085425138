import type { TSESTree } from "@typescript-eslint/types";
import type { Edit } from "../finding.js";
import { type FileView, isFunction } from "../source/program/file-view.js";
import { oncePerFile } from "../source/program/once-per-file.js";
import type { Variable } from "../source/program/source-file.js";
import { walk } from "../source/program/walk.js";
import { firstFrom } from "./first-from.js";
import { isExplained, removeStatement } from "./removal.js";
import { removeItems } from "./text-edits.js";

/** Edits, with the declarations of names that nothing reads after them: an import, a constant, a function. */
export function withoutUnusedNames(program: FileView, edits: readonly Edit[]): readonly Edit[] {
  let all = edits;
  let fresh = edits;
  while (fresh.length > 0) {
    fresh = variablesIn(program, fresh)
      .filter((variable) => isUnused(variable, all))
      .flatMap((variable) => removalOfName(program, variable) ?? [])
      .filter((edit) => !all.some((other) => overlaps(edit, other)));
    all = [...all, ...apart(fresh)];
  }
  return all;
}

/** Whether edits leave a function's own parameter without a reader: whoever hands it over made a choice. */
export function leavesParameterUnread(program: FileView, edits: readonly Edit[]): boolean {
  return variablesIn(program, edits).some(
    (variable) => variable.defs[0]?.type === "Parameter" && isUnused(variable, edits),
  );
}

function apart(edits: readonly Edit[]): readonly Edit[] {
  return edits.filter((edit, index) => !edits.slice(0, index).some((other) => overlaps(edit, other)));
}

function overlaps({ range: [start, end] }: Edit, { range }: Edit): boolean {
  return (start < range[1] && range[0] < end) || start === range[0];
}

interface Read {
  readonly at: number;
  readonly variable: Variable;
}

const readsOf = oncePerFile(({ file }): readonly Read[] =>
  file.scopeManager.scopes
    .flatMap(({ references }) => references)
    .flatMap(({ identifier, resolved }) => (resolved ? [{ at: identifier.range[0], variable: resolved }] : []))
    .sort((a, b) => a.at - b.at),
);

/** The variables that are named in the text that edits replace. */
function variablesIn(program: FileView, edits: readonly Edit[]): readonly Variable[] {
  const reads = readsOf(program);
  const found = new Set<Variable>();
  for (const { range } of edits) {
    for (
      let index = firstFrom(reads, range[0], ({ at }) => at);
      index < reads.length && reads[index]!.at < range[1];
      index++
    )
      found.add(reads[index]!.variable);
  }
  return [...found];
}

/** Whether all that reads a variable goes with edits, and none of them names it anew. */
function isUnused({ name, defs, references }: Variable, edits: readonly Edit[]): boolean {
  const isGone = ([start, end]: readonly [number, number]) =>
    edits.some(({ range, text }) => range[0] <= start && end <= range[1] && !text.includes(name));
  const others = references.filter(({ init }) => !init);
  return defs.length === 1 && others.length > 0 && others.every(({ identifier }) => isGone(identifier.range));
}

/** Takes a declaration out that does nothing but give a name; undefined where it does more, is exported or explained. */
function removalOfName(program: FileView, { defs: [definition] }: Variable): readonly Edit[] | undefined {
  const { type, name, node } = definition!;
  const declaration = node as TSESTree.Node;
  switch (type) {
    case "ImportBinding":
      return removeImport(program, declaration);
    case "FunctionName":
      return removeAlone(program, declaration);
    case "Variable":
      return removeVariable(program, declaration as TSESTree.VariableDeclarator, name);
    default:
      return;
  }
}

/** Of a module that is not Node's own, loading stays where the last name goes: it may do something. */
function removeImport(program: FileView, binding: TSESTree.Node): readonly Edit[] | undefined {
  if (binding.type === "TSImportEqualsDeclaration") {
    const { moduleReference } = binding;
    const isOurs = moduleReference.type === "TSExternalModuleReference" && isOfNode(moduleReference.expression);
    return isOurs ? removeAlone(program, binding) : undefined;
  }
  const { specifiers, source } = binding.parent as TSESTree.ImportDeclaration;
  if (specifiers.length === 1)
    return isOfNode(source)
      ? removeAlone(program, binding.parent!)
      : leaveLoading(program, binding.parent!, "import ", source);
  const isList = specifiers.every(({ type }) => type === "ImportSpecifier");
  return isList ? removeAmong(program, specifiers, binding) : undefined;
}

function removeVariable(
  program: FileView,
  declarator: TSESTree.VariableDeclarator,
  name: TSESTree.Node,
): readonly Edit[] | undefined {
  const { id, init, parent } = declarator;
  if (isBesideOthers(parent) && parent.declarations.length === 1 && init && isRequire(init) && isOnlyName(id, name))
    return isRequireOfNode(init) ? removeAlone(program, parent) : leaveLoading(program, parent, "", init);
  const item = id === name ? declarator : itemOf(name);
  if (!item || !isBesideOthers(parent)) return;
  if (item.type === "Property") return removeFromPattern(program, item);
  if (init && !isPure(init)) return;
  return parent.declarations.length === 1
    ? removeAlone(program, parent)
    : removeAmong(program, parent.declarations, declarator);
}

function isOnlyName(id: TSESTree.Node, name: TSESTree.Node): boolean {
  return (
    id === name ||
    (id.type === "ObjectPattern" && id.properties.length === 1 && itemOf(name)?.type === "VariableDeclarator")
  );
}

/** What is imported goes, and the loading itself stays: a module may do something when it is loaded. */
function leaveLoading(
  program: FileView,
  statement: TSESTree.Node,
  keyword: string,
  rest: TSESTree.Node,
): readonly Edit[] | undefined {
  if (isExplained(program, statement)) return;
  return [{ range: [statement.range[0], rest.range[0]], text: keyword }];
}

/** What has to go with a name of a pattern: its property, that of a pattern with nothing else in it, or all that is declared. */
function itemOf(name: TSESTree.Node): TSESTree.Property | TSESTree.VariableDeclarator | undefined {
  const item = name.parent?.type === "AssignmentPattern" ? name.parent.parent : name.parent;
  if (item?.type !== "Property" || item.parent.type !== "ObjectPattern") return;
  const { parent: pattern } = item;
  if (pattern.properties.length > 1) return item;
  return pattern.parent.type === "VariableDeclarator" ? pattern.parent : itemOf(pattern);
}

/** What a rest element leaves out would be in it. */
function removeFromPattern(program: FileView, property: TSESTree.Property): readonly Edit[] | undefined {
  const { properties } = property.parent as TSESTree.ObjectPattern;
  const hasRest = properties.some(({ type }) => type === "RestElement");
  return hasRest ? undefined : removeAmong(program, properties, property);
}

function removeAmong(program: FileView, items: readonly TSESTree.Node[], item: TSESTree.Node) {
  const index = items.indexOf(item);
  return removeItems(
    program.file.text,
    items.map(({ range }) => range),
    index,
    index + 1,
  );
}

/** Takes out a statement that stands beside others; a comment at it would explain nothing any more. */
function removeAlone(program: FileView, statement: TSESTree.Node): readonly Edit[] | undefined {
  return isBesideOthers(statement) && !isExplained(program, statement)
    ? [removeStatement(program, statement)]
    : undefined;
}

function isBesideOthers({ parent }: TSESTree.Node): boolean {
  return parent?.type === "Program" || parent?.type === "BlockStatement";
}

const ofNode = /^(?:node:.*|tls|https?|http2|crypto|constants|process)$/;

function isOfNode(source: TSESTree.Node | undefined): boolean {
  return source?.type === "Literal" && ofNode.test(String(source.value));
}

const pureNodes: ReadonlySet<string> = new Set([
  "Literal",
  "TemplateLiteral",
  "TemplateElement",
  "Identifier",
  "MemberExpression",
  "BinaryExpression",
  "LogicalExpression",
  "ConditionalExpression",
  "UnaryExpression",
  "ArrayExpression",
  "ObjectExpression",
  "Property",
  "SpreadElement",
  "TSAsExpression",
  "TSSatisfiesExpression",
  "TSNonNullExpression",
]);

/** Whether working an expression out does nothing; `require` of a module of Node's is as good as an import. */
function isPure(expression: TSESTree.Expression): boolean {
  let isWholly = true;
  walk(expression, (node) => {
    if (isFunction(node) || /^TS.*(Reference|Keyword|Type)$/.test(node.type) || isRequireOfNode(node)) return "skip";
    if (!pureNodes.has(node.type)) isWholly = false;
  });
  return isWholly;
}

function isRequireOfNode(node: TSESTree.Node): boolean {
  return isRequire(node) && isOfNode(node.arguments[0]);
}

function isRequire(node: TSESTree.Node): node is TSESTree.CallExpression {
  return node.type === "CallExpression" && node.callee.type === "Identifier" && node.callee.name === "require";
}
