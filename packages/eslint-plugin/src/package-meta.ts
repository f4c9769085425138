import { createRequire } from "node:module";

const manifest = createRequire(import.meta.url)("../package.json") as {
  readonly name: string;
  readonly version: string;
};

export const { name, version } = manifest;

/** The page of a rule, as published with this very version. */
export function documentationUrl(rule: string): string {
  return `https://unpkg.com/${name}@${version}/docs/rules/${rule}.md`;
}
