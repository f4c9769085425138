import { readFileSync } from "node:fs";

/**
 * The published packages of the corpus: the integrity of each by `name@version`.
 * @returns {Readonly<Record<string, string>>}
 */
export function readPins() {
  return JSON.parse(readFileSync(new URL("packages.json", import.meta.url), "utf8"));
}
