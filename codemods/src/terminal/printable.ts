/** Text for a person: control characters, and those that end a line or turn the direction of writing, could hide text and are written as escapes. */
export function printable(text: string): string {
  return text.replaceAll(
    /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (character) => {
      return character === "\n"
        ? "\\n"
        : character === "\r"
          ? "\\r"
          : `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
    },
  );
}
