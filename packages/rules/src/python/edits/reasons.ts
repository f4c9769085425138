import { oldPeers, reasoning } from "../../choice-words.js";
import type { Range } from "../../source-text.js";
import type { PyModule } from "../program/module.js";
import { field, parts, type PyNode, textOf } from "../program/tree.js";
import { commentsBeside, commentUpTo } from "./lines.js";

/**
 * Whether a comment gives the reason for what a place says: another value would belie it. That is one beside the place, and above statements
 * without a gap that are all about the same object; and where it speaks of peers to which nothing better can be said, the docstring too.
 */
export function isReasoned(range: Range, module: PyModule): boolean {
  // a comment above several lines tells what they do, unless it names those that they are for
  const words = module.text.slice(...range).includes("\n") ? oldPeers : reasoning;
  const says = (nodes: readonly PyNode[], of: RegExp) => nodes.some((each) => of.test(textOf(each, module.text)));
  const commentsOf = (node: Pick<PyNode, "range">) =>
    commentsBeside(node, module).flatMap((each) => commentUpTo(each, module));
  if (says(commentsOf({ range }), words)) return true;
  const statement = statementAt(module.tree, range);
  if (!statement) return false;
  const first = firstOfRun(statement, module.text);
  return (first !== statement && says(commentsOf(first), reasoning)) || says(docstringsAround(statement), oldPeers);
}

/** Whether a handler of errors does this: what was tried before is what the program would rather have. */
export function isFallback(range: Range, module: PyModule): boolean {
  for (let node = statementAt(module.tree, range)?.parent; node; node = node.parent) {
    if (/^except_(?:group_)?clause$/.test(node.type)) return true;
    if (/_definition$/.test(node.type)) return false;
  }
  return false;
}

/** The smallest statement around a place. */
function statementAt(root: PyNode, [start, end]: Range): PyNode | undefined {
  let found: PyNode | undefined;
  for (let node: PyNode | undefined = root; node;) {
    if (node.type === "expression_statement") found = node;
    node = node.children.find(({ range }) => range[0] <= start && range[1] >= end);
  }
  return found;
}

// a comment speaks of what can be seen beside it
const runLimit = 8;

/** The first of the statements without a gap that make or change the object that a statement changes: a comment above it speaks of them all. */
function firstOfRun(statement: PyNode, text: string): PyNode {
  const object = /^([\w.]+)\.\w+\s*(?:[(=]|[|&]=)/.exec(textOf(statement, text))?.[1];
  if (object === undefined) return statement;
  let first = triedAround(statement);
  const siblings = parts(first.parent ?? first);
  const end = siblings.indexOf(first);
  for (const before of siblings.slice(Math.max(0, end - runLimit), Math.max(0, end)).toReversed()) {
    const written = textOf(before, text);
    const isAbout = written.startsWith(object) && /^(?:\.\w|\s*(?::[^=]*)?=)/.test(written.slice(object.length));
    if (!isAbout || !/^[^\n#]*\n[^\n#]*$/.test(text.slice(before.range[1], first.range[0]))) break;
    first = before;
  }
  return first;
}

/** The `try` that a statement begins, or is what it does about an error: it belongs to what stands before. */
function triedAround(statement: PyNode): PyNode {
  const block = statement.parent;
  if (block?.type !== "block" || parts(block)[0] !== statement) return statement;
  const tried = block.parent?.type === "except_clause" ? block.parent.parent : block.parent;
  return tried?.type === "try_statement" ? tried : statement;
}

/** What the functions around a place say of themselves. */
function docstringsAround(node: PyNode): readonly PyNode[] {
  const strings: PyNode[] = [];
  for (let scope = node.parent; scope; scope = scope.parent) {
    const body = scope.type === "function_definition" ? field(scope, "body") : undefined;
    const [string] = body ? (parts(body)[0]?.children ?? []) : [];
    if (string?.type === "string") strings.push(string);
  }
  return strings;
}
