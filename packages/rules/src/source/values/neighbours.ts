import type { TSESTree } from "@typescript-eslint/types";
import { type FileView, viewOf } from "../program/file-view.js";
import type { Neighbour, Variable } from "../program/source-file.js";
import { unwrap } from "../program/unwrap.js";
import { viewAt } from "../program/view-at.js";
import { isModuleOfInterest } from "./sinks.js";

/** The file that an `import`, an `export ... from`, a `require(...)` or an `import(...)` reads; undefined for a package and what is out of sight. */
export function moduleOf(program: FileView, node: TSESTree.Node): FileView | undefined {
  const file = neighbourOf(program, node)?.parse();
  return file && viewOf(file);
}

/** Whether a node reads a certain file. No other one is parsed to tell. */
export function isReadingOf(program: FileView, node: TSESTree.Node, { file }: FileView): boolean {
  const neighbour = neighbourOf(program, node);
  return neighbour?.text === file.text && neighbour.parse()?.ast === file.ast;
}

/** How a default import reads a file: a CommonJS module is its own default export. */
export function defaultPath({ file }: FileView): readonly string[] {
  const isModule = file.ast.body.some(({ type }) => /^(Import|Export)/.test(type)) || file.text.includes("__esModule");
  return isModule ? ["default"] : [];
}

/** Whether a variable is imported from a file that can hold nothing of a client: following it would mean to parse most of the project. */
export function isDullImport(program: FileView, { defs }: Variable): boolean {
  const [definition] = defs;
  return definition?.type === "ImportBinding" && isDullModule(program, definition.node);
}

/** Whether a node reads a file that can hold nothing of a client. */
export function isDullModule(program: FileView, node: TSESTree.Node): boolean {
  const neighbour = neighbourOf(program, node);
  return neighbour !== undefined && isDull(neighbour);
}

const dullness = new WeakMap<Neighbour, boolean>();

function isDull(neighbour: Neighbour): boolean {
  let isDull = dullness.get(neighbour);
  if (isDull === undefined) dullness.set(neighbour, (isDull = !mayHoldMembers(neighbour.text)));
  return isDull;
}

const reexportParts = /\bexport\s*(?:\*|\{[^{}]*\})|\bfrom\b|\bexports\b|=\s*require\(|[;'"]/g;
const quoted = /["'](?:node:)?([\w@][\w@/.-]*)["']/g;
const imported = /\b(?:from|import|require)\s*(?:\(\s*)?["'](?:node:)?([\w@][\w@/.-]*)["']/g;
// where a name need not stand beside the word that imports it
const otherImports =
  /\brequire\b(?!\s*\(\s*["'])|\bimport\s*\(\s*(?!["'\s])|\b(?:from|import)\s*\/[*/]|\b(?:createRequire|getBuiltinModule)\b/;

function mayHoldMembers(text: string): boolean {
  return (
    namesOfInterest(text, imported) || (otherImports.test(text) && namesOfInterest(text, quoted)) || hasReexport(text)
  );
}

/** Whether a text passes on what another file exports, told from its words; each is looked at once. */
function hasReexport(text: string): boolean {
  let [isNamed, isAssigned] = [false, false];
  for (const [word] of text.matchAll(reexportParts)) {
    if ((isNamed && word === "from") || (isAssigned && word.startsWith("="))) return true;
    const isExports = word === "exports";
    isNamed = (word.startsWith("export") && !isExports) || (isNamed && !/^[;'"]$/.test(word));
    isAssigned = isExports || (isAssigned && word !== ";");
  }
  return false;
}

function namesOfInterest(text: string, names: RegExp): boolean {
  for (const [, name] of text.matchAll(names)) if (isModuleOfInterest(name!)) return true;
  return false;
}

/** Whether a node reads a file that is there. */
export function isNeighbour(program: FileView, node: TSESTree.Node): boolean {
  return neighbourOf(program, node) !== undefined;
}

/** Whether a node reads a file that cannot export a name: it does not say it, and neither passes on names that others say nor makes any. */
export function isWithoutName(program: FileView, node: TSESTree.Node, name: string): boolean {
  const neighbour = neighbourOf(program, node);
  return neighbour !== undefined && !neighbour.text.includes(name) && !unsaidNames.test(neighbour.text);
}

// an export of all names, CommonJS, and a name in escapes
const unsaidNames = /\bexport\s*[*=]|\bexports\b|\\[ux]/;

function neighbourOf(view: FileView, node: TSESTree.Node): Neighbour | undefined {
  const program = viewAt(view, node);
  const { neighbours } = program.file;
  const specifier = neighbours && specifierOf(program, node);
  return specifier === undefined ? undefined : neighbours!.imported(specifier);
}

function specifierOf(program: FileView, expression: TSESTree.Node): string | undefined {
  const node = unwrap(expression);
  switch (node.type) {
    case "ImportDeclaration":
    case "ExportNamedDeclaration":
    case "ExportAllDeclaration":
    case "ImportExpression":
      return textOf(node.source);
    case "ImportSpecifier":
    case "ImportDefaultSpecifier":
    case "ImportNamespaceSpecifier":
      return specifierOf(program, node.parent);
    case "TSImportEqualsDeclaration":
      return node.moduleReference.type === "TSExternalModuleReference"
        ? textOf(node.moduleReference.expression)
        : undefined;
    case "CallExpression":
      return isRequire(program, node) ? textOf(node.arguments[0]) : undefined;
    default:
      return;
  }
}

function isRequire(program: FileView, { callee }: TSESTree.CallExpression): boolean {
  return callee.type === "Identifier" && callee.name === "require" && program.isGlobal(callee);
}

function textOf(node: TSESTree.Node | null | undefined): string | undefined {
  return node?.type === "Literal" && typeof node.value === "string" ? node.value : undefined;
}
