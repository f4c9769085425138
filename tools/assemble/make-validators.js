import { mkdir, readFile, writeFile } from "node:fs/promises";
import { Ajv2020 } from "ajv/dist/2020.js";
import standaloneCode from "ajv/dist/standalone/index.js";

const codemods = new URL("../../codemods/", import.meta.url);

const validators = {
  "config.schema.json": "config/config-validator.js",
  "report.schema.json": "merge/report-validator.js",
};

/**
 * What ajv makes of the schemas, as modules: who runs them needs no ajv, and waits for no compilation.
 * They stand beside their declarations, where tests load them, and in `dist`, where tsc puts no JavaScript.
 */
export async function makeValidators() {
  for (const [schema, path] of Object.entries(validators)) {
    const code = await moduleOf(schema);
    await Promise.all(["src/", "dist/"].map((folder) => write(new URL(folder + path, codemods), code)));
  }
}

async function moduleOf(schema) {
  const ajv = new Ajv2020({
    allowUnionTypes: true,
    strictTypes: false,
    inlineRefs: false,
    code: { source: true, esm: true, lines: true },
  });
  const validate = ajv.compile(JSON.parse(await readFile(new URL(schema, codemods), "utf8")));
  const code = standaloneCode
    .default(ajv, validate)
    .replace('"use strict";', "")
    .replace(/^export default \w+;$/m, "");
  if (/\brequire\(|^import /m.test(code))
    throw new Error(`${schema} asks for more than ajv puts into the validator itself.`);
  return `// Made of ${schema} by tools/build.js with ajv; do not edit.\n${code.trim()}\n`;
}

async function write(file, text) {
  await mkdir(new URL(".", file), { recursive: true });
  await writeFile(file, text);
}
