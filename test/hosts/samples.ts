const throwing = "secureProtocol: 'SSLv3_method'";
const working = "minVersion: 'TLSv1.2'";

/** A file of one language with something to fix and something to report. */
export interface Sample {
  readonly path: string;
  readonly text: string;
  /** After `--fix`, which applies grade `fix` and nothing else. */
  readonly fixed: string;
  /** What is left to report then: `line:column rule`. */
  readonly left: readonly string[];
}

function sample(path: string, text: string, left: readonly string[]): Sample {
  return { path, text, fixed: text.replace(throwing, working), left };
}

const weakModule = `import tls from 'node:tls';

tls.connect({ ${throwing} });
tls.connect({ rejectUnauthorized: false });
`;

const certificate = "tls/no-disabled-certificate-verification";
const clean = sample("src/clean.js", "export const answer = 42;\n", []);

export const javascript: readonly Sample[] = [
  clean,
  sample("src/module.js", weakModule, [`4:15 ${certificate}`]),
  sample("src/script.cjs", "const tls = require('tls');\ntls.connect({ minVersion: 'TLSv1' });\n", [
    "2:15 tls/no-deprecated-protocol-version",
  ]),
  sample(
    "src/undecided.js",
    "import tls from 'node:tls';\n\ntls.connect({ rejectUnauthorized: process.argv.length > 2 });\n",
    [],
  ),
];

export const undecided = ["src/undecided.js:3:15 tls-warnings/no-disabled-certificate-verification"];

export const typescript: readonly Sample[] = [
  clean,
  sample("src/module.ts", weakModule, [`4:15 ${certificate}`]),
  sample(
    "src/windows.ts",
    "\uFEFFimport https from 'node:https';\r\n\r\nnew https.Agent({\r\n\trejectUnauthorized: false as boolean, // é\r\n});\r\n",
    [`4:2 ${certificate}`],
  ),
];

const indented = weakModule.trimEnd().replaceAll(/^(?=.)/gm, "  ");

export const vue: readonly Sample[] = [
  sample(
    "src/Options.vue",
    `<template>\n  <p>{{ state }}</p>\n</template>\n\n<script>\n${weakModule}\nexport default { name: 'Options' };\n</script>\n`,
    [`9:15 ${certificate}`],
  ),
  sample(
    "src/Setup.vue",
    `<script setup>\n${weakModule}</script>\n\n<template>\n  <p @click="tls.connect({ rejectUnauthorized: true })">é</p>\n</template>\n`,
    [`5:15 ${certificate}`],
  ),
  sample(
    "src/Both.vue",
    `<script>\nexport const name = 'Both';\n</script>\n\n<script setup>\n${weakModule}</script>\n`,
    [`9:15 ${certificate}`],
  ),
];

export const vueWithTypes: readonly Sample[] = [
  sample(
    "src/Typed.vue",
    `<script setup lang="ts">\n${weakModule}const state: string = 'open';\n</script>\n\n<template>\n  <p>{{ state }}</p>\n</template>\n`,
    [`5:15 ${certificate}`],
  ),
];

export const svelte: readonly Sample[] = [
  sample("src/Panel.svelte", `<script>\n${indented}\n</script>\n\n<p>é</p>\n`, [`5:17 ${certificate}`]),
];

export const svelteWithTypes: readonly Sample[] = [
  sample(
    "src/Typed.svelte",
    `<script lang="ts">\n${indented}\n  let state: string = $state('open');\n</script>\n\n<p>{state}</p>\n`,
    [`5:17 ${certificate}`],
  ),
];

export const html: readonly Sample[] = [
  sample("src/index.html", `<!doctype html>\n<title>é</title>\n<script type="module">\n${indented}\n</script>\n`, [
    `7:17 ${certificate}`,
  ]),
];

const optOut = "tls/no-process-wide-verification-opt-out";

export const packageJson: readonly Sample[] = [
  sample(
    "src/package.json",
    `{\n  "scripts": {\n    "é": "NODE_TLS_REJECT_UNAUTHORIZED=0 node --tls-min-v1.0 x.js"\n  }\n}\n`,
    [`3:11 ${optOut}`, "3:47 tls/no-weak-node-flag"],
  ),
];

export const workflow: readonly Sample[] = [
  sample(
    "src/.github/workflows/ci.yml",
    `jobs:\n  test:\n    env:\n      npm_config_strict_ssl: false\n    steps:\n      - run: |\n          export NODE_TLS_REJECT_UNAUTHORIZED=0\n`,
    ["4:7 tls/no-disabled-registry-verification", `7:18 ${optOut}`],
  ),
  sample("src/compose.yaml", `services:\n  api:\n    environment:\n      - "NODE_TLS_REJECT_UNAUTHORIZED=0"\n`, [
    `4:9 ${optOut}`,
  ]),
];
