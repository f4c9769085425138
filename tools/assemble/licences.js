import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** The licences of the packages of others that modules come from. */
export async function licencesOf(modules) {
  const folders = new Set(modules.filter((id) => /[\\/]node_modules[\\/]/.test(id)).map(packageFolder));
  const texts = await Promise.all([...folders].sort().map(licenceIn));
  return texts.join(`\n${"-".repeat(80)}\n\n`);
}

function packageFolder(file) {
  const folder = dirname(file);
  return existsSync(join(folder, "package.json")) ? folder : packageFolder(folder);
}

async function licenceIn(folder) {
  const { name, version, license } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const file = (await readdir(folder)).find((each) => /^licen[cs]e/i.test(each));
  if (!file) throw new Error(`${folder} holds no licence, which has to go with its code.`);
  return `${name} ${version} (${license})\n\n${await readFile(join(folder, file), "utf8")}`;
}
