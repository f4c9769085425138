import type { AST, ParseError } from "toml-eslint-parser";
import { tomlParser } from "./parsers.js";
import { syntaxError } from "./syntax-error.js";

/** The tree of a TOML file. Throws a SyntaxError that names line and column for a text that is no TOML. */
export function parseToml(path: string, file: string): AST.TOMLProgram {
  try {
    return tomlParser()(file);
  } catch (error) {
    // the parser hands the characters of a text to one call, and goes down into every bracket
    if (error instanceof RangeError)
      throw syntaxError(path, file, 0, "It holds a text too long, or brackets too deep, for the parser.");
    if (!isParseError(error)) throw error;
    throw syntaxError(path, file, error.index, error.message);
  }
}

function isParseError(error: unknown): error is ParseError {
  return error instanceof Error && "index" in error && typeof error.index === "number";
}
