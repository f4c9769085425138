import type { Readable } from "node:stream";

/** The paths of a list: one per line, or separated by NUL where a NUL occurs, for names with line breaks. */
export async function readPathList(stream: Readable): Promise<readonly string[]> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Uint8Array));
  const text = Buffer.concat(chunks).toString("utf8");
  const paths = text.includes("\0") ? text.split("\0") : text.split(/\r?\n/);
  return paths.filter((path) => path !== "");
}
