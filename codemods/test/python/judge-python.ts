import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Grade, resolveSettings, type SettingsInput } from "tls-rules";
import { mendText } from "../../src/engine/mending/mend-text.js";
import { pythonReaderOf } from "../../src/engine/reading/read-python.js";

export interface JudgedPython {
  /** `line rule level grade` of each finding, and its guard where it has one. */
  readonly findings: readonly string[];
  readonly messages: readonly string[];
  /** The text after `fix`, and after `fix --ask`. */
  readonly fixed: string;
  readonly asked: string;
}

/** Reads a Python text as the command line does, notes included, and mends it twice over. */
export async function judgePython(
  text: string,
  input: SettingsInput = {},
  file = "src/program.py",
): Promise<JudgedPython> {
  const settings = resolveSettings({ level: "note", ...input });
  const { read } = await pythonReaderOf(undefined);
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

/** The python3 on PATH, where there is one. */
export const python3: string | undefined = findPython();

function findPython(): string | undefined {
  try {
    execFileSync("python3", ["-I", "-c", "import ssl"], { stdio: "ignore" });
    return "python3";
  } catch {
    return undefined;
  }
}

const compileAll = `import json, sys
for text in json.load(sys.stdin):
    compile(text, text, "exec")
`;

/** Throws what Python says of the first text that it does not compile. */
export function compileAllWithPython(texts: readonly string[]): void {
  if (python3) execFileSync(python3, ["-I", "-c", compileAll], { input: JSON.stringify(texts), stdio: "pipe" });
}

/** What a program prints. */
export function runPython(text: string): string {
  return inTemporaryFile(text, (file) =>
    execFileSync(python3!, ["-I", "-W", "ignore", file], { encoding: "utf8", timeout: 110_000 }),
  );
}

function inTemporaryFile<Result>(text: string, use: (file: string) => Result): Result {
  const folder = mkdtempSync(path.join(tmpdir(), "tls-codemod-python-"));
  try {
    const file = path.join(folder, "program.py");
    writeFileSync(file, text);
    return use(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
