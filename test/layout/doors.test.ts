import { fileURLToPath } from "node:url";
import { ESLint } from "eslint";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const eslint = new ESLint({ cwd: root });

async function refusals(file: string, text: string): Promise<readonly (string | null)[]> {
  const [result] = await eslint.lintText(`${text}\n`, { filePath: `${root}${file}` });
  return result!.messages.map(({ ruleId }) => ruleId).filter((rule) => rule?.startsWith("no-restricted-") ?? false);
}

const anywhere = "codemods/src/commands/list.ts";

describe("what is shown goes through one door", () => {
  it.each([
    "export const f = (host) => host.stdout.write(1);",
    "export const f = ({ stderr }) => stderr.write(1);",
    "export const f = ({ stderr }) => void stderr.end(1);",
    "export const f = () => process.stdout;",
    "const { stderr } = process;\nexport { stderr };",
  ])("and lint refuses %j elsewhere", async (text) => {
    expect(await refusals(anywhere, text)).toContain("no-restricted-syntax");
    expect(await refusals("codemods/src/terminal/show.ts", text)).toEqual([]);
  });

  it.each([
    'import { show } from "../terminal/show.js";\nexport const f = ({ stdout }) => show(stdout, "");',
    "export const f = (host) => host.stdout.isTTY;",
    "export const f = (child) => child.stdout.on('data', () => 1);",
  ])("and lint takes %j", async (text) => expect(await refusals(anywhere, text)).toEqual([]));
});

describe("files of a repository are read through one door", () => {
  it.each([
    'import { readFileSync } from "node:fs";',
    'import { openSync } from "fs";',
    'import { promises } from "node:fs";',
    'import fs from "node:fs";',
    'import { createReadStream, lstatSync } from "node:fs";',
    'import { readFile } from "node:fs/promises";',
    'import * as fs from "node:fs";',
  ])("and lint refuses %j elsewhere", async (text) => {
    expect(await refusals(anywhere, text)).toContain("no-restricted-imports");
    expect(await refusals("codemods/src/files/regular-file.ts", text)).toEqual([]);
  });

  it("and lint takes what opens no file", async () => {
    expect(await refusals(anywhere, 'import { lstatSync, readdirSync } from "node:fs";')).toEqual([]);
  });
});
