export type Decoded = { readonly text: string } | { readonly reason: string };

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** The text of a file's bytes, byte order mark kept, or why there is none. */
export function decode(bytes: Buffer): Decoded {
  const reason = binaryReason(bytes);
  if (reason) return { reason };
  try {
    return { text: decoder.decode(bytes) };
  } catch {
    return { reason: `is not valid UTF-8 (line ${lineOfInvalidByte(bytes)}); save it as UTF-8` };
  }
}

/** Why bytes cannot be the UTF-8 text of a program; undefined when they may be. It looks at the beginning only, as git does. */
export function binaryReason(bytes: Buffer): string | undefined {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    return "is UTF-16; save it as UTF-8";
  if (bytes.subarray(0, 8000).includes(0)) return "is binary: it holds NUL bytes";
  return undefined;
}

/** Bytes that are no UTF-8 come back different from being decoded and encoded again. */
function lineOfInvalidByte(bytes: Buffer): number {
  const again = Buffer.from(bytes.toString("utf8"), "utf8");
  let at = 0;
  while (bytes[at] === again[at]) at++;
  return bytes.subarray(0, at).filter((byte) => byte === 0x0a).length + 1;
}
