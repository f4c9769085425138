import { parse, type ParseError, type ParseResult, type ParserOptions } from "@babel/parser";
import { analyze } from "@typescript-eslint/scope-manager";
import type { SourceFile } from "tls-rules";
import type { Language } from "./languages.js";
import { likeTypescriptEslint } from "./typescript-tree.js";

/** The path only tells the rules that the code is no test. */
const paths: Readonly<Record<Language, string>> = { javascript: "src/playground.js", typescript: "src/playground.ts" };

// JavaScript with annotations is read too, as the command line does
const common: NonNullable<ParserOptions["plugins"]> = [
  ["estree", { classFeatures: true }],
  "typescript",
  "decorators",
  "decoratorAutoAccessors",
  "explicitResourceManagement",
];
const plugins: Readonly<Record<Language, typeof common>> = { javascript: [...common, "jsx"], typescript: common };

/** What Babel reports of code that has a tree all the same; the command line's parser leaves it to linters and compilers. */
const tolerated = new RegExp(
  `^(${[
    "Strict\\w+",
    "\\w+Redeclaration",
    "ModuleExportUndefined",
    "ParamDupe",
    "DuplicateProto",
    "UnsupportedParameterDecorator",
    "ImportAttributesUseAssert",
    "UnexpectedSuper",
    "SuperNotAllowed",
    "UnexpectedNewTarget",
    "UnexpectedReservedWord",
    "LetInLexicalBinding",
    "IllegalBreakContinue",
    "InvalidPrivateFieldResolution",
    "ForInOfLoopInitializer",
    "AwaitExpressionFormalParameter",
  ].join("|")})$`,
);

/** Code that has no tree; says where the reading stopped, with line and column from 1. */
export class CodeError extends SyntaxError {
  readonly offset: number;
  readonly line: number;
  readonly column: number;

  constructor({ message, pos, loc }: ParseError) {
    super(message.replace(/ \(\d+:\d+\)$/, ""));
    this.offset = pos;
    this.line = loc.line;
    this.column = loc.column + 1;
  }
}

/**
 * Parses a file and resolves its names, as the command line does.
 * @throws CodeError for code that does not parse.
 */
export function readSource(text: string, language: Language): SourceFile {
  const { program, comments } = parsed(text, language);
  likeTypescriptEslint(program, text);
  const withRanges = comments?.map((comment) => ({ ...comment, range: [comment.start, comment.end] }));
  const ast = Object.assign(program, { comments: withRanges }) as unknown as SourceFile["ast"];
  const isModule = ast.sourceType === "module";
  const scopeManager = analyze(ast, { sourceType: isModule ? "module" : "script", globalReturn: !isModule, lib: [] });
  return { path: paths[language], text, ast, scopeManager };
}

function parsed(text: string, language: Language): ParseResult {
  try {
    const result = parse(text, {
      sourceType: "unambiguous",
      allowReturnOutsideFunction: true,
      createParenthesizedExpressions: false,
      attachComment: false,
      errorRecovery: true,
      ranges: true,
      plugins: plugins[language],
    });
    const error = result.errors?.find(({ reasonCode }) => !tolerated.test(reasonCode));
    if (error) throw error;
    return result;
  } catch (error) {
    throw error instanceof SyntaxError ? new CodeError(error as ParseError) : error;
  }
}
