import type * as JsonParser from "jsonc-parser";
import { requirePackage } from "../loading/require-package.js";

/** Parses JSON. Throws a SyntaxError that says where it is none, and shows nothing of the text: it may be that of any file which a configuration has named. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new SyntaxError(`it is not JSON: ${placeOfFault(text)}`);
  }
}

function placeOfFault(text: string): string {
  const lines = text.slice(0, offsetOfFault(text)).split("\n");
  return `line ${lines.length}, column ${lines.at(-1)!.length + 1} is not as it should be`;
}

function offsetOfFault(text: string): number {
  const { parse } = requirePackage("jsonc-parser") as typeof JsonParser;
  const errors: JsonParser.ParseError[] = [];
  try {
    parse(text, errors, { disallowComments: true });
  } catch {
    // it is nested too deeply for that parser
  }
  return errors[0]?.offset ?? text.length;
}
