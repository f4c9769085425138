import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runNode } from "./run.js";
import { root } from "./workspace-packages.js";

/** The compilers of the workspace: the one it builds with, and the oldest line that is still in use. */
export const compilers = { "TypeScript 6": "typescript", "TypeScript 5": "typescript-5" } as const;

/** Configurations as a user writes them, in both module systems, under the strictest options that matter to them. */
export const typedConfigs: Readonly<Record<string, string>> = {
  "import.mts": readFileSync(join(root, "packages/eslint-plugin/test/types/assignable-configs.ts"), "utf8"),
  "require.cts": `import tls = require("eslint-plugin-tls");
import { defineConfig } from "eslint/config";

export = defineConfig([tls.configs.recommended, { plugins: { tls }, rules: { "tls/no-weak-cipher-suite": "error" } }]);
`,
  "wrong.mts": `import type { RuleOptions } from "eslint-plugin-tls";

// @ts-expect-error there is no such level
export const options: RuleOptions = { level: "notes" };
`,
  "tsconfig.json": JSON.stringify({
    compilerOptions: {
      module: "nodenext",
      target: "es2023",
      strict: true,
      exactOptionalPropertyTypes: true,
      noEmit: true,
      types: [],
    },
    files: ["import.mts", "require.cts", "wrong.mts"],
  }),
};

/** What a compiler says of a project; nothing when all types fit. */
export function typeCheck(folder: string, compiler: (typeof compilers)[keyof typeof compilers]): Promise<string> {
  return runNode([join(root, "node_modules", compiler, "bin/tsc"), "--project", folder], folder).catch(
    ({ stdout }) => stdout,
  );
}
