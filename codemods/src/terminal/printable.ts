/** Control characters but the tab, and those that end a line or turn the direction of writing: they could hide text. */
const unprintable = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** Text for a person, in one line: what could hide text is written as escapes. */
export function printable(text: string): string {
  return text.replaceAll(unprintable, escapeOf);
}

function escapeOf(character: string): string {
  if (character === "\n") return "\\n";
  if (character === "\r") return "\\r";
  return unicodeEscape(character);
}

/** `\u001b`, which JSON and JavaScript read back. */
export function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** What `printable` has not seen: lines stay lines, and where there are colours they stay what they are. */
export function printableLines(text: string, hasColors = false): string {
  return text.replaceAll(
    /(\u001b\[\d{1,2}m|\r?\n)|[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (found, ours: string | undefined) => (ours?.endsWith("m") && !hasColors ? undefined : ours) ?? escapeOf(found),
  );
}
