import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { createFolder, createRepository } from "../harness/folder.js";
import { run } from "../harness/run.js";
import { plain, upgrade } from "../harness/samples.js";
import { program, spawned } from "../harness/spawn.js";

/** Makes a process complain when it looks for ts-morph. */
const hideTsMorph = `const { Module } = require("node:module");
const resolve = Module._resolveFilename;
Module._resolveFilename = (name, ...rest) => {
  if (name === "ts-morph") throw Object.assign(new Error("no ts-morph"), { code: "MODULE_NOT_FOUND" });
  return resolve(name, ...rest);
};
`;

/** The files that the command line is put together in. */
function programFiles(): readonly { readonly file: string; readonly text: string }[] {
  const folder = join(dirname(program), "../dist/program");
  return readdirSync(folder)
    .filter((file) => file.endsWith(".js"))
    .map((file) => ({ file, text: readFileSync(join(folder, file), "utf8") }));
}

describe("the built program", () => {
  it("says the same as in this process", async () => {
    const folder = createFolder({ "a.js": upgrade, "b.js": plain, ".env": "NODE_TLS_REJECT_UNAUTHORIZED=0\n" });
    expect((await spawned(folder, ["--format", "json"])).stdout).toBe((await run(folder, ["--format", "json"])).stdout);
  });

  it("says the same as in this process of files that import each other, in several repositories", async () => {
    const service = (name: string) => ({
      [`${name}/package.json`]: '{ "private": true }\n',
      [`${name}/.git/HEAD`]: "ref: refs/heads/main\n",
      [`${name}/a-main.js`]: "const { options } = require('./lib/options');\nrequire('tls').connect(options);\n",
      [`${name}/lib/options.js`]: "exports.options = { minVersion: 'TLSv1' };\n",
      [`${name}/z-other.js`]: "const { options } = require('./lib/options');\nrequire('https').request(options);\n",
    });
    const folder = createFolder({ ...service("one"), ...service("two"), "three/plain.js": plain });
    const { stdout } = await spawned(folder, ["--format", "json"]);
    expect(stdout).toBe((await run(folder, ["--format", "json"])).stdout);
    expect(JSON.parse(stdout).findings.map(({ path }: { path: string }) => path)).toEqual([
      "one/lib/options.js",
      "two/lib/options.js",
    ]);
  });

  it("loads neither parser nor rules where no file is worth parsing", async () => {
    const folder = createFolder({ "a.js": plain });
    const list =
      "data:text/javascript,process.on('exit',()=>console.error(process.getActiveResourcesInfo().includes('ProcessWrap')))";
    const { stderr, code } = await spawned(folder, [], { nodeOptions: ["--import", list], env: { NODE_DEBUG: "esm" } });
    expect(code).toBe(0);
    const loaded = new Set([...stderr.matchAll(/Storing \S+\/dist\/program\/(\S+\.js)/g)].map(([, file]) => file!));
    const [withoutHeavy, withHeavy] = [true, false].map((isLoaded) =>
      programFiles()
        .filter(({ file }) => loaded.has(file) === isLoaded)
        .map(({ text }) => text),
    );
    for (const heavy of ["checkTlsOptions(", "analyzeScopes(", "negotiate(", "parseSync("]) {
      expect([
        heavy,
        withoutHeavy!.some((text) => text.includes(heavy)),
        withHeavy!.some((text) => text.includes(heavy)),
      ]).toEqual([heavy, false, true]);
    }
    expect(stderr).not.toMatch(/oxc-|ts-morph/);
    expect(stderr).toMatch(/\nfalse\n/);
  });

  it("loads no types that it is not asked for, and says how to get them", async () => {
    const folder = createFolder({ "a.ts": "wrap({ minVersion: 'TLSv1' });\n", "hide.cjs": hideTsMorph });
    const nodeOptions = ["--require", join(folder.path, "hide.cjs")];
    const plainly = await spawned(folder, ["--fail-on", "none"], {
      nodeOptions,
      env: { NODE_OPTIONS: `--require ${join(folder.path, "hide.cjs")}` },
    });
    expect([plainly.code, plainly.stderr]).toEqual([0, ""]);
    const { code, stdout, stderr } = await spawned(folder, ["--types"], { nodeOptions });
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toBe(
      "tls-codemod: --types: types are asked of the package ts-morph, which is not installed.\n" +
        "Install it beside tls-codemod: `npm install --save-dev ts-morph`, or for one run `npx --package tls-codemod --package ts-morph tls-codemod --types`.\n",
    );
  });

  it("does not mind a reader that goes away", () => {
    const folder = createFolder(
      Object.fromEntries(
        Array.from({ length: 2000 }, (_, index) => [`${"long".repeat(20)}-${index}.js`, Buffer.from("\0")]),
      ),
    );
    const printed = execFileSync("sh", ["-c", `"${process.execPath}" "${program}" --verbose 2>&1 | head -n 3`], {
      cwd: folder.path,
      encoding: "utf8",
    });
    expect(printed.split("\n")).toHaveLength(4);
    expect(printed).not.toContain("EPIPE");
  });

  it("reads a list from standard input, with names that hold line breaks", () => {
    const folder = createRepository({ "a\nb.js": upgrade, "c.js": plain });
    const printed = execFileSync(
      "sh",
      ["-c", `git ls-files -z | "${process.execPath}" "${program}" --stdin-files --fail-on none`],
      { cwd: folder.path, encoding: "utf8" },
    );
    expect(printed).toContain("scanned 2 files");
    expect(printed).toContain("a\\nb.js");
  });

  it("runs when it is called through a link, as npm does", () => {
    const folder = createFolder({ "a.js": plain });
    execFileSync("ln", ["-s", program, join(folder.path, "tls-codemod")]);
    expect(execFileSync(join(folder.path, "tls-codemod"), ["--version"], { encoding: "utf8" })).toMatch(
      /^\d+\.\d+\.\d+\n$/,
    );
  });
});
