import { type Range, SourceText } from "../source-text.js";

const part = /\\u[\dA-Fa-f]{4}|\\?[^]/g;

/** The text of a JSON string, whose range is given with its quotes. */
export function readJsonString(file: string, [start, end]: Range): SourceText {
  const isPlain = !file.slice(start, end).includes("\\");
  if (isPlain) return SourceText.verbatim(file, [start + 1, end - 1]);
  const characters = [...file.slice(start + 1, end - 1).matchAll(part)].map(({ 0: written, index }) => {
    const at = start + 1 + index;
    return {
      text: written.length > 1 ? (JSON.parse(`"${written}"`) as string) : written,
      range: [at, at + written.length] as const,
    };
  });
  return SourceText.of(characters, end - 1);
}
