import { describeError } from "../failures/describe-error.js";
import { UsageError } from "../failures/usage-error.js";
import { parseJson } from "../files/parse-json.js";
import { readText } from "../files/text.js";

/** A finding that is accepted as it is. Rule and message are there for people who review the file. */
export interface BaselineEntry {
  /** POSIX path from the repository's root; in a file that --baseline names, from the root of the run. */
  readonly path: string;
  readonly rule: string;
  readonly message: string;
  readonly fingerprint: string;
  /** Why it is accepted, where somebody was asked. */
  readonly reason?: string | undefined;
}

export const baselineName = ".tls-codemod-baseline.json";

const fields = ["path", "rule", "message", "fingerprint"] as const;

/** The entries of a baseline; undefined where there is no such file. Throws a UsageError that names the file and the field for another content. */
export function readBaseline(file: string): readonly BaselineEntry[] | undefined {
  const text = textOf(file);
  return text === undefined ? undefined : parse(file, text);
}

/** The file's text, in an order that does not depend on the places of findings, so that moved code changes nothing. */
export function printBaseline(entries: readonly BaselineEntry[]): string {
  const sorted = entries
    .map(({ path, rule, message, fingerprint, reason }) => ({
      ...{ path, rule, message, fingerprint },
      ...(reason !== undefined && { reason }),
    }))
    .sort(compare);
  return `${JSON.stringify({ schemaVersion: 1, findings: sorted }, undefined, 2)}\n`;
}

function textOf(file: string): string | undefined {
  try {
    return readText(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw new UsageError(
      `${file}: ${describeError(error)}.`,
      "Name another baseline with --baseline FILE, or none with --no-baseline.",
    );
  }
}

function parse(file: string, text: string): readonly BaselineEntry[] {
  const refuse = (what: string) =>
    new UsageError(
      `${file}: ${what}`,
      "Take it back from version control, or make it anew: delete it, then run `tls-codemod baseline`.",
    );
  const content = parsed(text, refuse);
  if (content?.schemaVersion !== 1)
    throw refuse("`schemaVersion` is not 1, so this is no baseline that this version reads.");
  if (!Array.isArray(content.findings)) throw refuse("`findings` is no array.");
  for (const [index, entry] of content.findings.entries()) {
    const wrong = fields.find((field) => typeof entry?.[field] !== "string");
    if (wrong) throw refuse(`\`findings[${index}].${wrong}\` is no text.`);
    if (!["string", "undefined"].includes(typeof entry.reason))
      throw refuse(`\`findings[${index}].reason\` is no text.`);
  }
  return content.findings as readonly BaselineEntry[];
}

function parsed(
  text: string,
  refuse: (what: string) => UsageError,
): { schemaVersion?: unknown; findings?: unknown } | null {
  try {
    return parseJson(text) as ReturnType<typeof parsed>;
  } catch (error) {
    throw refuse(`${(error as Error).message}.`);
  }
}

function compare(a: BaselineEntry, b: BaselineEntry): number {
  const different = fields.find((field) => a[field] !== b[field]);
  return different === undefined ? 0 : a[different] < b[different] ? -1 : 1;
}
