import type { TSESTree } from "@typescript-eslint/types";
import type { TypeSource } from "tls-rules";
import type { ts } from "ts-morph";

/** Finds the compiler's node for one of the parser's: the one in the same place. */
export function createNodeFinder(
  { forEachChild }: Pick<typeof ts, "forEachChild">,
  source: ts.SourceFile,
): TypeSource["nodeFor"] {
  return (node) => {
    const [start, end] = rangeOf(node, source.text);
    const found: ts.Node[] = [];
    for (let at: ts.Node | undefined = source; at; at = childAround(at))
      if (at.getStart(source) === start && at.end === end) found.push(at);
    // a statement may be as long as its expression, and a type as the name in it
    return node.type.startsWith("TS") ? found[0] : found.at(-1);

    function childAround(parent: ts.Node): ts.Node | undefined {
      return forEachChild(parent, (child) => (child.getStart(source) <= start && end <= child.end ? child : undefined));
    }
  };
}

/** The compiler has types beside names and patterns, and the parser in them. */
function rangeOf(node: TSESTree.Node, text: string): readonly [start: number, end: number] {
  const [start, end] = node.range;
  const annotation = "typeAnnotation" in node && node.type !== "TSAsExpression" ? node.typeAnnotation : undefined;
  if (annotation?.type !== "TSTypeAnnotation") return [start, end];
  const name = text.slice(start, annotation.range[0]).trimEnd();
  return [start, start + (name.endsWith("?") ? name.slice(0, -1).trimEnd() : name).length];
}
