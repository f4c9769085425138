import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The root of the workspace. */
export const root = fileURLToPath(new URL("../../", import.meta.url));

/** The folders of the packages that are published, by name, in the order of their dependencies. */
export const folders = {
  "tls-policy": "packages/policy",
  "tls-rules": "packages/rules",
  "eslint-plugin-tls": "packages/eslint-plugin",
  "tls-codemod": "codemods",
} as const;

export type PackageName = keyof typeof folders;

export const names = Object.keys(folders) as readonly PackageName[];

export interface Manifest {
  readonly version: string;
  readonly private?: boolean;
  readonly engines: { readonly node: string };
  readonly repository: { readonly url: string; readonly directory: string };
  readonly publishConfig: { readonly access: string; readonly provenance: boolean };
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** The manifest in the workspace. */
export function manifestOf(name: PackageName): Manifest {
  return JSON.parse(readFileSync(`${root}${folders[name]}/package.json`, "utf8")) as Manifest;
}
