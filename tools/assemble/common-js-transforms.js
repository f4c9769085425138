import { readdir, writeFile } from "node:fs/promises";

const folder = new URL("../../codemods/dist/transforms/", import.meta.url);

/**
 * Writes each compiled transform as CommonJS too, `NAME.cjs` beside `NAME.js`: jscodeshift's own command compiles whatever it requires to CommonJS
 * unless it is told not to, and what is imported it leaves alone.
 */
export async function writeCommonJsTransforms() {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".js"));
  await Promise.all(names.map((name) => writeFile(new URL(name.replace(/\.js$/, ".cjs"), folder), loading(name))));
}

const loading = (name) => `"use strict";

module.exports = async (...given) => (await import("./${name}")).default(...given);
`;
