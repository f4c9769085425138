import { isExamplePath, isTestPath, otherFileKind } from "tls-rules/other-files/candidates";
import type { Selected } from "./selected.js";

/** What becomes of tests, fixtures and examples: read like everything else, read alone, or left out. */
export const testChoices = ["include", "only", "exclude"] as const;

export type TestChoice = (typeof testChoices)[number];

export function* choosingTests(files: Iterable<Selected>, choice: TestChoice): Generator<Selected> {
  for (const selected of files) {
    if (choice === "include" || isTest(selected.path) === (choice === "only")) yield selected;
  }
}

function isTest(path: string): boolean {
  return otherFileKind(path) === undefined ? isTestPath(path) : isExamplePath(path);
}
