import { readdirSync, readFileSync } from "node:fs";
import { runtimeFor } from "tls-policy";
import { resolveSettings, type SettingsInput } from "tls-rules";

/** A case of a rule as its snapshot shows it: the program, and what became of it when all edits were made. */
export interface MendedCase {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly isAsked: boolean;
}

const folder = new URL("../../packages/rules/test/rules/__snapshots__/", import.meta.url);

/** The cases of all rules whose programs were edited. */
export function mendedCases(): readonly MendedCase[] {
  return readdirSync(folder).flatMap((file) =>
    readFileSync(new URL(file, folder), "utf8")
      .split("\n---\n")
      .flatMap((part) => toCase(file.replace(/\.txt$/, ""), part)),
  );
}

function toCase(rule: string, part: string): readonly MendedCase[] {
  const [found, output] = part.split("\nOutput:\n");
  const title = /^# (.*)$/m.exec(part)?.[1];
  if (output === undefined || title === undefined || !isForThisNode(part)) return [];
  return [
    {
      name: `${rule}: ${title}`,
      before: codeIn(found!),
      after: codeIn(output),
      isAsked: /^\[\d+\] .*\(\w+, ask, /m.test(found!),
    },
  ];
}

function isForThisNode(part: string): boolean {
  const [, settings = "{}"] = /^Settings: (.*)$/m.exec(part) ?? [];
  return resolveSettings(JSON.parse(settings) as SettingsInput).runtimes.includes(runtimeFor(process.versions.node));
}

/** The lines behind a number; those with carets have none. */
function codeIn(text: string): string {
  return [...text.matchAll(/^ *\d+ \|(?: (.*))?$/gm)].map(([, line = ""]) => line).join("\n");
}
