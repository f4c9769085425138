import { basename } from "node:path";
import { filesIn } from "./project-files.js";

/** How each package manager adds packages for development, by the file that tells it is in use. */
const managers: Readonly<Record<string, string>> = {
  "pnpm-lock.yaml": "pnpm add --save-dev",
  "yarn.lock": "yarn add --dev",
  "bun.lock": "bun add --dev",
};

/** What brings packages that are needed for development. */
export function installCommand(root: string, packages: readonly string[]): string {
  const names = filesIn(root).map((file) => basename(file));
  const [, add = "npm install --save-dev"] = Object.entries(managers).find(([lock]) => names.includes(lock)) ?? [];
  return [add, ...packages].join(" ");
}
