import { analyze, type Client, clients, type Finding, hasTriggerWord, resolveSettings, triggerWords } from "tls-rules";
import { afterAll, describe, expect, it } from "vitest";
import { parseSource } from "../../../../codemods/src/engine/reading/parse-source.js";
import { type ImportStyle, importStyles } from "./import-styles.js";
import { samples } from "./samples.js";

const settings = resolveSettings({ level: "note" });

/** What every rule says of code that uses a client; an `await` in it needs a function around it outside of modules. */
function findingsIn(style: ImportStyle, code: string): readonly Finding[] {
  const isWrapped = style.extension !== ".mjs" && code.includes("await ");
  return analyze(
    parseSource(
      `src/example${style.extension}`,
      isWrapped ? `${code.replace(/^(import .*\n)?/, "$1async function main() {\n")}\n}` : code,
    ),
    settings,
  );
}

function codeFor(client: Client, module: string, style: ImportStyle, kind: "insecure" | "secure"): string | undefined {
  const sample = samples[client.name]!;
  return style.write(module, sample.member, (reference) => sample[kind].replace("$", () => reference));
}

it("knows every module from one table", () => {
  const modules = clients.flatMap((client) => client.modules);
  expect(modules.filter((module, index) => modules.indexOf(module) !== index)).toEqual([]);
});

it.each(clients.filter(({ verified }) => verified !== undefined))(
  "$name says in which releases its table was looked up",
  ({ verified }) => expect(verified).toMatch(/^(?:@[\w.-]+\/)?[\w.-]+ \d+\.\d+\.\d+\b/),
);

describe("words of everyday code", () => {
  it.for([
    ["secure of a cookie", `res.cookie("id", id, { secure: false });`],
    ["ssl of a database that nothing else names", `connect({ host, ssl: "require" });`],
    [
      "a module without its words",
      `import { defineConfig } from "vite";
export default defineConfig({ plugins });`,
    ],
    ["trust", `const trust = await ask();`],
  ])("do not have a file parsed: %s", ([, code]) => expect(hasTriggerWord(code!)).toBe(false));

  it.for([
    ["secure beside http-proxy", `require("http-proxy").createProxyServer({ secure: false });`],
    [
      "ssl beside postgres",
      `import postgres from 'postgres';
postgres({ ssl: 'require' });`,
    ],
    ["no-verify anywhere", `module.exports = { ssl: "no-verify" };`],
  ])("do beside their module: %s", ([, code]) => expect(hasTriggerWord(code!)).toBe(true));
});

let combinations = 0;

describe("every client in every import style", () => {
  it("has a sample", () => expect(Object.keys(samples).sort()).toEqual(clients.map(({ name }) => name).sort()));

  describe.for(clients)("$name", (client) => {
    it.for(importStyles)("$name", (style) => {
      const [module] = client.modules;
      const insecure = codeFor(client, module!, style, "insecure");
      const secure = codeFor(client, module!, style, "secure");
      if (insecure === undefined || secure === undefined) return;
      combinations++;
      expect(
        triggerWords.some((word) => insecure.includes(word)),
        "a byte search finds a word",
      ).toBe(true);
      expect(proven(findingsIn(style, insecure)), insecure).not.toEqual([]);
      expect(findingsIn(style, secure), secure).toEqual([]);
    });
    it.for(client.modules.slice(1).map((module) => ({ module })))("as $module", ({ module }) => {
      const style = importStyles.find(({ name }) => name === "require")!;
      expect(proven(findingsIn(style, codeFor(client, module, style, "insecure")!))).not.toEqual([]);
    });
  });

  afterAll(() =>
    console.log(`${clients.length} clients x ${importStyles.length} import styles: ${combinations} combinations hold`),
  );
});

function proven(findings: readonly Finding[]): readonly string[] {
  return findings
    .filter(({ certainty, level }) => certainty === "proven" && level !== "note")
    .map(({ message }) => message);
}
