import { parts, type PyNode, textOf } from "./tree.js";

const escapes: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", "\\": "\\", "'": "'", '"': '"' };

/**
 * What a string or bytes literal holds, adjacent literals joined; undefined where it holds expressions
 * or an escape that no TLS setting is written with.
 */
export function stringValue(node: PyNode, text: string): string | undefined {
  if (node.type === "concatenated_string") {
    const values = parts(node).map((part) => stringValue(part, text));
    return values.includes(undefined) ? undefined : values.join("");
  }
  if (node.type !== "string") return undefined;
  if (node.children.some(({ type }) => type === "interpolation")) return undefined;
  const [prefix] = node.children;
  const isRaw = prefix !== undefined && /r/i.test(textOf(prefix, text));
  const content = node.children.filter(({ type }) => type === "string_content");
  const raw = content.map((part) => textOf(part, text)).join("");
  return isRaw ? raw : unescaped(raw);
}

function unescaped(raw: string): string | undefined {
  let isKnown = true;
  const value = raw.replaceAll(/\\(\r\n|[^])/g, (_, escaped: string) => {
    if (escaped === "\n" || escaped === "\r\n") return "";
    const meaning = escapes[escaped];
    isKnown &&= meaning !== undefined;
    return meaning ?? "";
  });
  return isKnown ? value : undefined;
}

/** The range of what stands between the quotes of a literal that is written in one piece. */
export function contentRange(node: PyNode): readonly [start: number, end: number] | undefined {
  const [start, ...rest] = node.children;
  const end = rest.at(-1);
  return node.type === "string" && start && end ? [start.range[1], end.range[0]] : undefined;
}
