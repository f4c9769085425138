import { analyze as analyzeScopes } from "@typescript-eslint/scope-manager";
import type { TSESTree } from "@typescript-eslint/types";
import { parseSync, type ParseResult, type ParserOptions } from "oxc-parser";
import type { SourceFile } from "tls-rules";

type Language = NonNullable<ParserOptions["lang"]>;

const languages: Readonly<Record<string, Language>> = { ".ts": "ts", ".mts": "ts", ".cts": "ts", ".tsx": "tsx" };

/**
 * Reads a text by the extension of its path; a byte order mark does not count in any offset.
 * Throws a SyntaxError that names the line and column when the text does not parse.
 */
export function parseSource(path: string, source: string): SourceFile {
  const text = source.replace(/^\uFEFF/, "");
  const result = parse(path, text);
  const ast = result.program as unknown as TSESTree.Program;
  Object.assign(ast, { comments: result.comments.map((comment) => ({ ...comment, range: [comment.start, comment.end] })) });
  const isModule = ast.sourceType === "module";
  // a function scope around a CommonJS file, as Node has it, so that its top-level names resolve
  const scopeManager = analyzeScopes(ast, { sourceType: isModule ? "module" : "script", globalReturn: !isModule });
  return { path, text, ast, scopeManager };
}

function parse(path: string, text: string): ParseResult {
  const options: ParserOptions = { lang: languages[/\.\w+$/.exec(path)?.[0] ?? ""] ?? "jsx", astType: "ts", range: true, preserveParens: false };
  const result = parseSync(path, text, options);
  if (result.errors.length === 0) return result;
  // oxc takes a file without import or export for a script, where a CommonJS file may return at the top
  const commonjs = parseSync(path, text, { ...options, sourceType: "commonjs" });
  if (commonjs.errors.length === 0) return commonjs;
  throw new SyntaxError(describe(path, text, result.errors[0]!));
}

function describe(path: string, text: string, { message, labels }: ParseResult["errors"][number]): string {
  const before = text.slice(0, labels[0]?.start ?? 0).split("\n");
  return `${path}:${before.length}:${before.at(-1)!.length + 1} ${message}`;
}
