import type { TSESTree } from "@typescript-eslint/types";
import type { ParseResult, ParserOptions } from "oxc-parser";
import type { SourceFile } from "tls-rules";
import { withoutByteOrderMark } from "../../files/byte-order-mark.js";
import { giveRanges } from "./node-ranges.js";
import { parseText } from "./parse-text.js";
import { analyzeScopes } from "./scopes/analyze-scopes.js";

type Language = NonNullable<ParserOptions["lang"]>;

const languages: Readonly<Record<string, Language>> = { ".ts": "ts", ".mts": "ts", ".cts": "ts", ".tsx": "tsx" };

/**
 * Reads a text by the extension of its path; a byte order mark does not count in any offset.
 * Throws a SyntaxError that names the line and column when the text does not parse.
 */
export function parseSource(path: string, source: string): SourceFile {
  const text = withoutByteOrderMark(source);
  const result = parse(path, text);
  const ast = result.program as unknown as TSESTree.Program;
  giveRanges(ast);
  Object.assign(ast, {
    comments: result.comments.map((comment) => ({ ...comment, range: [comment.start, comment.end] })),
  });
  return { path, text, ast, scopeManager: analyzeScopes(ast) };
}

/** The ways to read a text, the likely one first; the next serves only where the one before fails. */
function readings(path: string): readonly ParserOptions[] {
  const lang = languages[/\.\w+$/.exec(path)?.[0] ?? ""] ?? "jsx";
  const options: ParserOptions = { lang, astType: "ts", preserveParens: false };
  // oxc takes a file without import or export for a script, where a CommonJS file may return at the top
  const commonjs: ParserOptions = { ...options, sourceType: "commonjs" };
  // most of Flow's annotations read like TypeScript's
  return lang === "jsx" ? [options, commonjs, { ...options, lang: "tsx" }] : [options, commonjs];
}

function parse(path: string, text: string): ParseResult {
  let first: ParseResult | undefined;
  for (const options of readings(path)) {
    const result = parseText(path, text, options);
    if (result.errors.length === 0) return result;
    first ??= result;
  }
  throw new SyntaxError(describe(path, text, first!.errors[0]!));
}

function describe(path: string, text: string, { message, labels }: ParseResult["errors"][number]): string {
  const before = text.slice(0, labels[0]?.start ?? 0).split("\n");
  return `${path}:${before.length}:${before.at(-1)!.length + 1} ${message}`;
}
