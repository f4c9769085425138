import { describe, expect, it } from "vitest";
import { analyze } from "../../src/analyze.js";
import { applyEdits, selectEdits } from "../../src/edits/apply-edits.js";
import { resolveSettings } from "../../src/settings.js";
import { projectOf } from "../source/project.js";

const settings = resolveSettings({ level: "note" });

/** What the edits make of one file of a project. */
function mended(files: Readonly<Record<string, string>>, path = "config.ts", areImportersComplete = true): string {
  const { file } = projectOf(files, areImportersComplete).program(path);
  return applyEdits(file.text, selectEdits(analyze(file, settings)).edits);
}

const config = "export const options = { minVersion: 'TLSv1' };\n";
const upgraded = "export const options = { minVersion: 'TLSv1.2' };\n";
const user = (code: string) => `import tls from "tls";\nimport { options } from "./config";\n${code}\n`;

describe("an exported object is edited where all its uses are known", () => {
  it.each([
    ["an argument", "tls.connect(options);"],
    ["a spread", "tls.connect({ host, ...options });"],
    ["a merge", "tls.connect(Object.assign({ host }, options));"],
    [
      "another name",
      `const own = { ...options };
tls.connect(own);`,
    ],
    [
      "a type",
      `type Options = typeof options;
tls.connect(options);`,
    ],
  ])("%s", (_form, code) => {
    expect(mended({ "config.ts": config, "user.ts": user(code) })).toBe(upgraded);
  });

  it("with other exports used for something else", () => {
    const more = `${config}export const port = 443;\n`;
    expect(
      mended({
        "config.ts": more,
        "user.ts": `import * as config from "./config";
import tls from "tls";
log(config.port);
tls.connect(config.options);
`,
      }),
    ).toBe(more.replace("'TLSv1'", "'TLSv1.2'"));
  });

  it("through a file that hands it on", () => {
    expect(
      mended({
        "config.ts": config,
        "all.ts": 'export * from "./config";\n',
        "user.ts": user("tls.connect(options);").replace("./config", "./all"),
      }),
    ).toBe(upgraded);
  });

  it("in CommonJS", () => {
    const files = {
      "config.ts": "module.exports = { options: { minVersion: 'TLSv1' } };\n",
      "user.ts": `const config = require('./config');
require('tls').connect(config.options);
`,
    };
    expect(mended(files)).toBe(files["config.ts"].replace("'TLSv1'", "'TLSv1.2'"));
  });
});

describe("an exported object is left alone where a use is not known", () => {
  it.each([
    ["no importer", undefined],
    [
      "logged",
      `tls.connect(options);
console.log(options);`,
    ],
    [
      "read",
      `tls.connect(options);
if (options.minVersion === 'TLSv1') warn();`,
    ],
    [
      "stored",
      `tls.connect(options);
this.options = options;`,
    ],
    ["handed to a call that is out of sight", "tls.connect(wrap(options));"],
    [
      "read by a name that is not known",
      `tls.connect(options);
show(options[name]);`,
    ],
  ])("%s", (_form, code) => {
    expect(mended({ "config.ts": config, ...(code === undefined ? {} : { "user.ts": user(code) }) })).toBe(config);
  });

  it.each([
    ["a mock", 'jest.mock("./config");\n'],
    ["a dynamic import whose result is handed on", 'use(await import("./config"));\n'],
    [
      "a namespace as a whole",
      `import * as config from "./config";
use(config);
`,
    ],
  ])("%s in another file", (_form, code) => {
    expect(mended({ "config.ts": config, "user.ts": user("tls.connect(options);"), "other.ts": code })).toBe(config);
  });

  it("importers out of sight", () => {
    expect(mended({ "config.ts": config, "user.ts": user("tls.connect(options);") }, "config.ts", false)).toBe(config);
  });
});

describe("a file is edited only where it says something itself", () => {
  it("a constant of another file gives way to the value", () => {
    const files = {
      "user.ts": `import tls from "tls";
import { MINIMUM } from "./config";
tls.connect({ minVersion: MINIMUM });
`,
      "config.ts": "export const MINIMUM = 'TLSv1';\n",
    };
    expect(mended(files, "user.ts")).toBe(
      files["user.ts"]
        .replace("minVersion: MINIMUM", 'minVersion: "TLSv1.2"')
        .replace("import { MINIMUM } from", "import"),
    );
    expect(mended(files)).toBe(files["config.ts"]);
  });

  it("nothing of a neighbour is reported or edited in the file that uses it", () => {
    const files = { "config.ts": config, "user.ts": user("tls.connect(options);") };
    const { file } = projectOf(files).program("user.ts");
    expect(analyze(file, settings)).toEqual([]);
  });

  it("without neighbours it says what it said", () => {
    const { neighbours: _, ...alone } = projectOf({ "config.ts": config }).program("config.ts").file;
    const together = projectOf({ "config.ts": config, "user.ts": user("tls.connect(options);") }).program(
      "config.ts",
    ).file;
    const summary = (file: typeof alone) =>
      analyze(file, settings).map(({ rule, range, grade, certainty }) => ({ rule, range, grade, certainty }));
    expect(summary(alone)).toEqual([expect.objectContaining({ grade: "manual", certainty: "likely" })]);
    expect(summary(together)).toEqual([{ ...summary(alone)[0], grade: "upgrade", certainty: "proven" }]);
  });
});
