import { join, relative } from "node:path";
import { configName, manifestField } from "../config/config-file.js";
import { isThere, manifestOf } from "./project-files.js";
import type { Project, Proposal } from "./proposal.js";

const schemaAddress = "https://unpkg.com/tls-codemod/config.schema.json";

/** The configuration of this tool. */
export function proposeConfig({ root, profile }: Project): Proposal {
  const file = join(root, configName);
  if (isThere(file)) return { kind: "present", path: relative(root, file) };
  if (manifestOf(root)?.[manifestField] !== undefined)
    return { kind: "present", path: `package.json: \`${manifestField}\`` };
  const values = { $schema: schemaAddress, profile, failOn: "error" };
  return { kind: "file", path: configName, text: `${JSON.stringify(values, undefined, 2)}\n` };
}
