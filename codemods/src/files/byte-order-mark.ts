const byteOrderMark = "\uFEFF";

/** The byte order mark of a text; empty where it has none. */
export function byteOrderMarkOf(text: string): string {
  return text.startsWith(byteOrderMark) ? byteOrderMark : "";
}

export function withoutByteOrderMark(text: string): string {
  return text.slice(byteOrderMarkOf(text).length);
}
