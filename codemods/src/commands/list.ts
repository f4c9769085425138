import { rules } from "tls-rules";
import { otherFileRules } from "tls-rules/other-files";
import { exitCodes } from "../failures/exit-codes.js";
import type { Host } from "../terminal/host.js";

/** Prints every rule with the grades of its edits; those for programs with their preset and transform too. */
export async function list({ stdout }: Host): Promise<number> {
  for (const { name, meta } of rules) {
    stdout.write(
      `${name}\n  ${meta.description}\n  preset ${meta.preset} · edits ${meta.grades.join(", ")} · ESLint tls/${name} · transform ${meta.transform}\n`,
    );
  }
  for (const { name, description, grades } of otherFileRules.filter(
    (other) => !rules.some((rule) => rule.name === other.name),
  )) {
    stdout.write(`${name}\n  ${description}\n  in the files around programs · edits ${grades.join(", ")}\n`);
  }
  return exitCodes.ok;
}
