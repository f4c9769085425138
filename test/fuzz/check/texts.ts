import { parseSource } from "tls-codemod";
import type { Edit, SourceFile } from "tls-rules";
import ts from "typescript";
import { withEdits } from "../../harness/with-edits.js";
import type { Fault } from "./faults.js";

interface Edited {
  readonly path: string;
  readonly before: string;
  readonly after: string;
  readonly edits: readonly Edit[];
}

/** What the edits did to the text as a text. */
export function textFaults({ path, before, after, edits }: Edited): readonly Fault[] {
  const mark = before.startsWith("\uFEFF") ? "\uFEFF" : "";
  return [
    ...overlapFaults(edits),
    ...(mark + withEdits(before.slice(mark.length), edits) === after
      ? []
      : [{ law: "every byte outside the edits is as it was", detail: JSON.stringify(edits) }]),
    ...syntaxErrors(path, after).map((detail) => ({ law: "TypeScript reads the result", detail })),
    ...leftOvers(path, before, after),
  ];
}

export function overlapFaults(edits: readonly Edit[]): readonly Fault[] {
  const sorted = edits.toSorted((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1]);
  return sorted.slice(1).flatMap((edit, index) => {
    const previous = sorted[index]!;
    const isApart = previous.range[1] <= edit.range[0] && previous.range[0] !== edit.range[0];
    return isApart ? [] : [{ law: "edits never overlap", detail: JSON.stringify([previous, edit]) }];
  });
}

/** What TypeScript says against a text's syntax. */
export function syntaxErrors(path: string, text: string): readonly string[] {
  const { diagnostics = [] } = ts.transpileModule(text.replace(/^\uFEFF/, ""), {
    fileName: path,
    reportDiagnostics: true,
    compilerOptions: {
      target: ts.ScriptTarget.ESNext,
      module: ts.ModuleKind.ESNext,
      allowJs: true,
      experimentalDecorators: true,
    },
  });
  return diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " "));
}

/** Each kind of what a careless edit leaves, and may not stand more often than before. */
const leftOverKinds = ["equal branches", "empty blocks", "unused names"] as const;

function leftOvers(path: string, before: string, after: string): readonly Fault[] {
  if (before === after) return [];
  const old = leftOversIn(parseSource(path, before));
  const now = leftOversIn(parseSource(path, after));
  return leftOverKinds
    .filter((kind) => now[kind].length > old[kind].length)
    .map((kind) => ({ law: `no edit leaves ${kind}`, detail: now[kind].join(", ") }));
}

function leftOversIn(file: SourceFile): Readonly<Record<(typeof leftOverKinds)[number], readonly string[]>> {
  const textOf = ({ range }: { readonly range: readonly [number, number] }) => file.text.slice(...range);
  const nodes = [...nodesIn(file.ast)];
  return {
    "equal branches": nodes
      .filter(({ type, consequent, alternate }) =>
        Boolean(
          (type === "ConditionalExpression" || type === "IfStatement") &&
          alternate &&
          textOf(consequent) === textOf(alternate),
        ),
      )
      .map(textOf),
    "empty blocks": nodes.filter(isEmptyBlock).map(textOf),
    "unused names": unusedNames(file),
  };
}

/** A class has its name in two scopes: it is used where one of them is read. */
function unusedNames({ scopeManager }: SourceFile): readonly string[] {
  const variables = scopeManager.scopes.flatMap(({ variables: own }) => own).filter(({ defs }) => defs.length > 0);
  const used = new Set(
    variables
      .filter(({ references }) => references.some((reference) => reference.isRead()))
      .map(({ defs }) => defs[0]!.name),
  );
  // a parameter is what callers hand over: whether it goes is for the one to say who is asked
  const ours = variables.filter(({ defs }) => defs[0]!.type !== "Parameter");
  return ours.filter(({ defs }) => !used.has(defs[0]!.name)).map(({ name }) => name);
}

function isEmptyBlock({ type, body, parentType }: AnyNode): boolean {
  return type === "BlockStatement" && body.length === 0 && parentType !== "ArrowFunctionExpression";
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- nodes of any kind, looked at by the names of their parts
type AnyNode = any;

function* nodesIn(node: AnyNode, parentType?: string): Generator<AnyNode> {
  if (typeof node?.type !== "string" || !node.range) return;
  yield { ...node, range: node.range, parentType };
  for (const [key, part] of Object.entries(node)) {
    if (key === "parent" || key === "comments" || key === "tokens") continue;
    for (const child of Array.isArray(part) ? part : [part]) yield* nodesIn(child, node.type);
  }
}
