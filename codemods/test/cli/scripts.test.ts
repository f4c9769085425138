import { describe, expect, it } from "vitest";
import { createFolder } from "../harness/folder.js";
import { run } from "../harness/run.js";

const env = { TLS_CODEMOD_STATE: "" };

interface Finding {
  readonly line: number;
  readonly rule: string;
  readonly grade: string;
}

/** What is found in a file, and what `fix --ask` makes of it. */
async function mended(path: string, text: string, others: Readonly<Record<string, string>> = {}) {
  const folder = createFolder({ ...others, [path]: text });
  const { stdout } = await run(folder, ["check", path, "--format", "json", "--fail-on", "none"], { env });
  await run(folder, ["fix", path, "--ask", "--allow-no-vcs"], { env });
  const findings: readonly Finding[] = JSON.parse(stdout).findings;
  return {
    found: findings.map(({ line, rule, grade }) => `${line} ${rule} ${grade}`),
    text: folder.read(path),
  };
}

const disabled = "no-disabled-certificate-verification ask";
const agent = `import https from "node:https";\nexport const agent = new https.Agent({ rejectUnauthorized: false });`;
const verified = agent.replace("rejectUnauthorized: false", "rejectUnauthorized: true");

describe("the scripts of components and pages", () => {
  it.each([
    ["Vue", "a.vue", `<template>\n  <p v-if="a < b">{{ x }}</p>\n</template>\n<script>\n${agent}\n</script>\n`, 6],
    [
      "Vue in TypeScript",
      "a.vue",
      `<script setup lang="ts" generic="T extends Item<string>">\nconst kept = <T,>(x: T): T => x;\n${agent}\n</script>\n<style>p { color: red }</style>\n`,
      4,
    ],
    [
      "Vue, the second of two",
      "a.vue",
      `<script>\nexport default { name: "a" };\n</script>\n<script setup lang='ts'>\n${agent}\n</script>\n`,
      6,
    ],
    ["Svelte", "a.svelte", `<script context="module" lang="ts">\n${agent}\n</script>\n{#if a}<p>{a}</p>{/if}\n`, 3],
    ["Astro", "a.astro", `---\n${agent}\nconst { title }: Props = Astro.props;\n---\n<h1>{title}</h1>\n`, 3],
    [
      "a page",
      "a.html",
      `<!doctype html>\n<!-- <script> broken( </script> -->\n<script type="module">\n${agent}\n</script>\n`,
      5,
    ],
    ["line breaks of Windows", "a.vue", `<script>\n${agent}\n</script>\n`.replaceAll("\n", "\r\n"), 3],
    ["a byte order mark", "a.vue", `\uFEFF<script>\n${agent}\n</script>\n`, 3],
    ["characters of two units before it", "a.vue", `<template>😀😀</template><script>\n${agent}\n</script>\n`, 3],
  ])("are read and mended: %s", async (_name, path, text, line) => {
    const result = await mended(path, text);
    expect(result.found).toEqual([`${line} ${disabled}`]);
    expect(result.text.replaceAll("\r", "")).toBe(text.replaceAll("\r", "").replace(agent, verified));
    expect(result.text.split("\r").length).toBe(text.split("\r").length);
  });

  it("follow what they import", async () => {
    const text = `<script>\nimport https from "node:https";\nimport { options } from "./options.js";\nnew https.Agent(options);\n</script>\n`;
    const { found } = await mended("a.vue", text, { "options.js": "export const options = { ca };\n" });
    expect(found).toEqual([]);
  });

  it("are left to a person where an edit would take the tag's line", async () => {
    const text = `<script>require("http").request({ rejectUnauthorized: false });</script>\n`;
    const result = await mended("a.html", text);
    expect(result.text).toMatch(/^<script>.*<\/script>\n$/);
    expect(result.found.length).toBe(1);
  });

  it.each([
    [
      "a template",
      "a.vue",
      `<template><p>rejectUnauthorized: false</p></template>\n<script>\nexport default {};\n</script>\n`,
    ],
    ["data of a page", "a.html", `<script type="application/json">{ "rejectUnauthorized": false }</script>\n`],
    ["what a comment holds", "a.html", `<!-- <script>\n${agent}\n</script> -->\n`],
    [
      "a page that something else fills in",
      "a.html",
      `<script>\nconst a = {{ value }};\nfetch({ rejectUnauthorized: false });\n</script>\n`,
    ],
    [
      "the body of an Astro component",
      "a.astro",
      `---\nconst a = 1;\n---\n<pre>new https.Agent({"{ rejectUnauthorized: false }"})</pre>\n`,
    ],
  ])("alone are: not %s", async (_name, path, text) => {
    const result = await mended(path, text);
    expect(result).toEqual({ found: [], text });
  });

  it("say so where one does not parse", async () => {
    const folder = createFolder({
      "a.vue": `<script>\nconst a = ;\nopen({ rejectUnauthorized: false });\n</script>\n`,
    });
    const { stdout } = await run(folder, ["check", "--format", "json", "--fail-on", "none"], { env });
    expect(JSON.parse(stdout).errors).toEqual([
      { path: "a.vue", reason: "does not parse: a.vue:2:11 Unexpected token", kind: "failed" },
    ]);
  });
});
