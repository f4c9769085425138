import { analyze, clients, resolveSettings, type Client, type Finding } from "tls-rules";
import { afterAll, describe, expect, it } from "vitest";
import { parseSource } from "../../../../codemods/src/engine/parse-source.js";
import { importStyles, type ImportStyle } from "./import-styles.js";
import { samples } from "./samples.js";

const settings = resolveSettings({ level: "note" });

/** What every rule says of code that uses a client; an `await` in it needs a function around it outside of modules. */
function findingsIn(style: ImportStyle, code: string): readonly Finding[] {
  const isWrapped = style.extension !== ".mjs" && code.includes("await ");
  return analyze(parseSource(`src/example${style.extension}`, isWrapped ? `${code.replace(/^(import .*\n)?/, "$1async function main() {\n")}\n}` : code), settings);
}

function codeFor(client: Client, module: string, style: ImportStyle, kind: "insecure" | "secure"): string | undefined {
  const sample = samples[client.name]!;
  return style.write(module, sample.member, (reference) => sample[kind].replace("$", () => reference));
}

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
      expect(proven(findingsIn(style, insecure)), insecure).not.toEqual([]);
      expect(findingsIn(style, secure), secure).toEqual([]);
    });
    it.for(client.modules.slice(1).map((module) => ({ module })))("as $module", ({ module }) => {
      const style = importStyles.find(({ name }) => name === "require")!;
      expect(proven(findingsIn(style, codeFor(client, module, style, "insecure")!))).not.toEqual([]);
    });
  });

  afterAll(() => console.log(`${clients.length} clients x ${importStyles.length} import styles: ${combinations} combinations hold`));
});

function proven(findings: readonly Finding[]): readonly string[] {
  return findings.filter(({ certainty, level }) => certainty === "proven" && level !== "note").map(({ message }) => message);
}
