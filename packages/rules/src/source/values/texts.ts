import type { TSESTree } from "@typescript-eslint/types";
import type { Guard } from "../guards/guards.js";
import type { FileView } from "../program/file-view.js";
import { unwrap } from "../program/unwrap.js";
import { alternativesOf } from "./static-value.js";

/** Stands in a text for what is not known of it. */
export const gap = "\0";

/** A text that an expression may be, with a gap for each part that is not known. */
export interface Text {
  readonly text: string;
  readonly node: TSESTree.Node;
  readonly guard: Guard | undefined;
}

/** The texts that an expression may be; what is known to be none is left out. */
export function textsOf(program: FileView, expression: TSESTree.Node): readonly Text[] {
  const node = unwrap(expression);
  const [address] = node.type === "NewExpression" && program.textOf(node.callee) === "URL" ? node.arguments : [];
  if (address) return textsOf(program, address);
  return alternativesOf(program, node).flatMap((alternative): readonly Text[] => {
    const { node: at, guard } = alternative;
    if (alternative.kind === "known")
      return typeof alternative.value === "string" ? [{ text: alternative.value, node: at, guard }] : [];
    return alternative.kind === "unknown" ? [{ text: writtenIn(at), node: at, guard }] : [];
  });
}

// a longer sum is no address
const mostParts = 50;

function writtenIn(expression: TSESTree.Node): string {
  const parts: string[] = [];
  let node = unwrap(expression);
  for (
    ;
    node.type === "BinaryExpression" && node.operator === "+" && parts.length < mostParts;
    node = unwrap(node.left)
  )
    parts.unshift(partOf(unwrap(node.right)));
  return [partOf(node), ...parts].join("");
}

function partOf(node: TSESTree.Node): string {
  if (node.type === "TemplateLiteral") return node.quasis.map(({ value }) => value.cooked ?? value.raw).join(gap);
  return node.type === "Literal" && typeof node.value === "string" ? node.value : gap;
}
