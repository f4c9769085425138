import type { Setting } from "../setting.js";
import { jsonSettings } from "./json-settings.js";
import type { JsonNode } from "./json-tree.js";

/** Where tools keep commands; `*` stands for any name or index. */
const commandPaths = [
  "scripts/*",
  "husky/hooks/*",
  "lint-staged/*",
  "lint-staged/*/*",
  "wireit/*/command",
  "nodemonConfig/exec",
].map((path) => new RegExp(`^${path.replaceAll("*", "[^/]*")}$`));

/** The scripts of a package.json, the commands of tools in it, and variables by their name. */
export function readPackageJson(file: string, root: JsonNode): readonly Setting[] {
  return jsonSettings(file, root, { isScript: (path) => commandPaths.some((pattern) => pattern.test(path)) });
}
