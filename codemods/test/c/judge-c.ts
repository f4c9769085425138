import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Grade, resolveSettings, type SettingsInput } from "tls-rules";
import { mendText } from "../../src/engine/mending/mend-text.js";
import { cReaderOf } from "../../src/engine/reading/read-c.js";

export interface JudgedC {
  /** `line rule level grade` of each finding, and its guard where it has one. */
  readonly findings: readonly string[];
  readonly messages: readonly string[];
  /** The text after `fix`, and after `fix --ask`. */
  readonly fixed: string;
  readonly asked: string;
}

/** Reads a text of C or C++ as the command line does, notes included, and mends it twice over. */
export async function judgeC(text: string, input: SettingsInput = {}, file = "src/program.c"): Promise<JudgedC> {
  const settings = resolveSettings({ level: "note", ...input });
  const { read } = await cReaderOf(undefined, file);
  const { findings, lines } = read(file, text, settings);
  const mended = (grades: readonly Grade[]) => mendText(file, text, settings, { read, grades }).text;
  return {
    findings: findings.map(({ range, rule, level, grade, guard }) =>
      [lines.placeOf(range[0]).line, rule, level, grade, ...(guard === undefined ? [] : [`(${guard})`])].join(" "),
    ),
    messages: findings.map(({ message }) => message),
    fixed: mended(["fix", "upgrade"]),
    asked: mended(["fix", "upgrade", "ask"]),
  };
}

const hasProgram = (program: string, ...args: readonly string[]): boolean => {
  try {
    execFileSync(program, args, { stdio: "ignore", input: "#include <openssl/ssl.h>\n" });
    return true;
  } catch {
    return false;
  }
};

/** Whether there is a compiler for a language, with the headers of OpenSSL. */
export const hasCompiler = {
  c: hasProgram("gcc", "-fsyntax-only", "-x", "c", "-"),
  cpp: hasProgram("g++", "-fsyntax-only", "-x", "c++", "-"),
};

/** Throws what the compiler says of a text that it does not compile. */
export function compile(text: string, language: keyof typeof hasCompiler): void {
  inTemporaryFile(text, language, (file) =>
    execFileSync(language === "c" ? "gcc" : "g++", ["-w", "-fsyntax-only", "-Wno-error", file], { stdio: "pipe" }),
  );
}

/** Builds a program with libssl and hands over where it stands; it is gone afterwards. */
export function build<Result>(text: string, use: (program: string) => Result): Result {
  return inTemporaryFile(text, "c", (file) => {
    const program = path.join(path.dirname(file), "program");
    execFileSync("gcc", ["-w", "-o", program, file, "-lssl", "-lcrypto"], { stdio: "pipe" });
    return use(program);
  });
}

function inTemporaryFile<Result>(
  text: string,
  language: keyof typeof hasCompiler,
  use: (file: string) => Result,
): Result {
  const folder = mkdtempSync(path.join(tmpdir(), "tls-codemod-c-"));
  try {
    const file = path.join(folder, `program.${language}`);
    writeFileSync(file, text);
    return use(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
