import { parse, type ParserOptions } from "@babel/parser";
import { analyze } from "@typescript-eslint/scope-manager";
import type { SourceFile } from "tls-rules";
import type { Language } from "./languages.js";

/** The path only tells the rules that the code is no test. */
const paths: Readonly<Record<Language, string>> = { javascript: "src/playground.js", typescript: "src/playground.ts" };

// with its TypeScript plugin Babel gives typescript-eslint's tree, for JavaScript too
const common: NonNullable<ParserOptions["plugins"]> = ["estree", "typescript", "decorators", "decoratorAutoAccessors", "explicitResourceManagement"];
const plugins: Readonly<Record<Language, typeof common>> = { javascript: [...common, "jsx"], typescript: common };

/**
 * Parses a file and resolves its names, as the command line does.
 * @throws SyntaxError that names line and column.
 */
export function readSource(text: string, language: Language): SourceFile {
  const { program, comments } = parse(text, {
    sourceType: "unambiguous",
    allowReturnOutsideFunction: true,
    createParenthesizedExpressions: false,
    ranges: true,
    plugins: plugins[language],
  });
  const withRanges = comments?.map((comment) => ({ ...comment, range: [comment.start, comment.end] }));
  const ast = Object.assign(program, { comments: withRanges }) as unknown as SourceFile["ast"];
  const isModule = ast.sourceType === "module";
  const scopeManager = analyze(ast, { sourceType: isModule ? "module" : "script", globalReturn: !isModule });
  return { path: paths[language], text, ast, scopeManager };
}
