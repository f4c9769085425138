import { describe, expect, it } from "vitest";
import { projectOf } from "./project.js";
import { describeSites } from "./reading.js";

/** What is found in `main.ts`. */
function sitesOf(main: string, others: Readonly<Record<string, string>>): readonly string[] {
  return describeSites(projectOf({ "main.ts": main, ...others }).program("main.ts"));
}

const connect = (options: string) => `import tls from "tls";\ntls.connect(${options});\n`;
const weak = "proven client: minVersion 'TLSv1'";

describe("options that come from another file", () => {
  it.each([
    ["a named export", 'import { options } from "./config";', "options", "export const options = { minVersion: 'TLSv1' };"],
    ["an export under another name", 'import { tls as options } from "./config";', "options", "const own = { minVersion: 'TLSv1' }; export { own as tls };"],
    ["a default export", 'import options from "./config";', "options", "export default { minVersion: 'TLSv1' };"],
    ["a default export of a name", 'import { default as options } from "./config";', "options", "const options = { minVersion: 'TLSv1' } as const; export default options;"],
    ["a namespace", 'import * as config from "./config";', "config.options", "export const options = { minVersion: 'TLSv1' };"],
    ["module.exports", 'const options = require("./config");', "options", "module.exports = { minVersion: 'TLSv1' };"],
    ["a property of module.exports", 'const { options } = require("./config");', "options", "module.exports = { options: { minVersion: 'TLSv1' } };"],
    ["exports.name", 'const config = require("./config");', "config.options", "exports.options = { minVersion: 'TLSv1' };"],
    ["module.exports.name", 'const { options } = require("./config");', "options", "module.exports.options = { minVersion: 'TLSv1' };"],
    ["an inline require", "", "require('./config').options", "exports.options = { minVersion: 'TLSv1' };"],
    ["CommonJS by default import", 'import config from "./config";', "config.options", "module.exports = { options: { minVersion: 'TLSv1' } };"],
    ["CommonJS by named import", 'import { options } from "./config";', "options", "exports.options = { minVersion: 'TLSv1' };"],
    ["compiled TypeScript", 'import options from "./config";', "options", 'Object.defineProperty(exports, "__esModule", { value: true }); exports.default = { minVersion: "TLSv1" };'],
    ["ES modules by require", 'const { options } = require("./config");', "options", "export const options = { minVersion: 'TLSv1' };"],
    ["the default of an ES module by require", 'const options = require("./config").default;', "options", "export default { minVersion: 'TLSv1' };"],
    ["import x = require()", 'import options = require("./config");', "options", "export = { minVersion: 'TLSv1' };"],
    ["import()", "", "(await import('./config')).options", "export const options = { minVersion: 'TLSv1' };"],
    ["a function", 'import { options } from "./config";', "options()", "export function options() { return { minVersion: 'TLSv1' }; }"],
    ["an arrow function in module.exports", 'const options = require("./config");', "options()", "module.exports = () => ({ minVersion: 'TLSv1' });"],
    ["a function of an argument", 'import { options } from "./config";', "options('TLSv1')", "export function options(minVersion) { return { minVersion }; }"],
    ["a constant", 'import { MINIMUM } from "./config";', "{ minVersion: MINIMUM }", "export const MINIMUM = 'TLSv1';"],
    ["an enum", 'import { Version } from "./config";', "{ minVersion: Version.Old }", "export enum Version { Old = 'TLSv1' }"],
    ["a class field", 'import { Config } from "./config";', "new Config().tls", "export class Config { tls = { minVersion: 'TLSv1' }; }"],
    ["a nested object", 'import config from "./config";', "config.redis.tls", "export default { redis: { tls: { minVersion: 'TLSv1' } } };"],
    ["a spread", 'import { options } from "./config";', "{ host, ...options }", "export const options = { minVersion: 'TLSv1' };"],
    ["a merge", 'import { options } from "./config";', "Object.assign({}, options)", "export const options = { minVersion: 'TLSv1' };"],
    ["a later write", 'import { options } from "./config";', "options", "export const options: any = {}; options.minVersion = 'TLSv1';"],
    ["an import that is written to", 'import { options } from "./config"; options.minVersion = "TLSv1";', "options", "export const options: any = {};"],
  ])("%s", (_form, head, options, config) => {
    expect(sitesOf(`${head}\n${connect(options)}`, { "config.ts": config })).toEqual([weak]);
  });

  it.each([
    ["export *", "export * from './tls';"],
    ["export { name } from", "export { options } from './tls';"],
    ["export { name as name } from", "import { options } from './tls';\nexport { options };"],
    ["module.exports = require", "module.exports = require('./tls');"],
    ["a spread in module.exports", "module.exports = { ...require('./tls') };"],
  ])("is followed through %s", (_form, barrel) => {
    expect(sitesOf(`import { options } from "./config";\n${connect("options")}`, { "config/index.ts": barrel, "config/tls.ts": "export const options = { minVersion: 'TLSv1' };" })).toEqual([weak]);
  });

  it("is followed through export * as", () => {
    const others = { "config.ts": "export * as secure from './tls';", "tls.ts": "export const options = { minVersion: 'TLSv1' };" };
    expect(sitesOf(`import { secure } from "./config";\n${connect("secure.options")}`, others)).toEqual([weak]);
  });

  it.each([
    ["another export", "export const other = { minVersion: 'TLSv1' }; export const options = {};"],
    ["a name that is not exported", "const options = { minVersion: 'TLSv1' };\nexport {};"],
    ["a type", "export type options = { minVersion: 'TLSv1' };"],
    ["an option that is overwritten", "export const options = { minVersion: 'TLSv1', ...{ minVersion: 'TLSv1.3' } };"],
  ])("is not %s", (_form, config) => {
    expect(sitesOf(`import { options } from "./config";\n${connect("options")}`, { "config.ts": config })).not.toContain(weak);
  });

  it("is not what a local name hides", () => {
    const main = `import { options } from "./config";\n${connect("(() => { const options = { minVersion: 'TLSv1.2' }; return options; })()")}`;
    expect(sitesOf(main, { "config.ts": "export const options = { minVersion: 'TLSv1' };" })).not.toContain(weak);
  });

  it("is not what is overridden behind it", () => {
    const main = `import { options } from "./config";\n${connect("{ ...options, minVersion: 'TLSv1.2' }")}`;
    expect(sitesOf(main, { "config.ts": "export const options = { minVersion: 'TLSv1' };" })).toEqual(["proven client: minVersion 'TLSv1.2'"]);
  });

  it("is unknown where the file is missing or cannot be parsed", () => {
    const main = `import { options, MINIMUM } from "./config";\n${connect("{ ...options, minVersion: MINIMUM }")}`;
    const unknown = ["proven client: minVersion unknown"];
    expect(sitesOf(main, {})).toEqual(unknown);
    expect(sitesOf(main, { "config.ts": "export const = ;" })).toEqual(unknown);
  });

  it("comes to an end where files import each other", () => {
    const others = { "config.ts": "import { other } from './other'; export const options = { ...other };", "other.ts": "import { options } from './config'; export const other = { minVersion: 'TLSv1', ...options };" };
    expect(sitesOf(`import { options } from "./config";\n${connect("options")}`, others)).toEqual([weak]);
  });
});

describe("clients that come from another file", () => {
  it.each([
    ["a re-exported class", 'import { Agent } from "./client";\nnew Agent', "export { Agent } from 'https';"],
    ["a module handed on", 'const https = require("./client");\nnew https.Agent', "module.exports = require('https');"],
    ["a member handed on", 'const { Agent } = require("./client");\nnew Agent', "const https = require('https'); exports.Agent = https.Agent;"],
    ["a subclass", 'import { Agent } from "./client";\nnew Agent', "import https from 'https'; export class Agent extends https.Agent {}"],
    ["export *", 'import { Agent } from "./client";\nnew Agent', "export * from './agents';"],
    ["a namespace", 'import * as client from "./client";\nnew client.Agent', "export { Agent } from 'https';"],
  ])("%s", (_form, head, client) => {
    const others = { "client.ts": client, "agents.ts": "import https from 'https';\nexport const Agent = https.Agent;" };
    expect(sitesOf(`${head}({ minVersion: 'TLSv1' });`, others)).toEqual([weak]);
  });

  it("is not a class of the same name", () => {
    expect(sitesOf("import { Agent } from './client';\nnew Agent({ minVersion: 'TLSv1' });", { "client.ts": "export class Agent {}" })).not.toContain(weak);
  });

  it("does not parse what can hold none", () => {
    const project = projectOf({ "main.ts": "import { log } from './log';\nlog({ minVersion: 'TLSv1' });", "log.ts": "export const log = console.log;" });
    describeSites(project.program("main.ts"));
    expect(project.parsed).toEqual(["main.ts"]);
  });
});

describe("options that go to another file", () => {
  /** What is found in `config.ts`. */
  const arriving = (config: string, others: Readonly<Record<string, string>>) => describeSites(projectOf({ "config.ts": config, ...others }).program("config.ts"));
  const options = "export const options = { minVersion: 'TLSv1' };";

  it.each([
    ["an import", options, `import { options } from "./config";\n${connect("options")}`],
    ["a spread", options, `import { options } from "./config";\n${connect("{ host, ...options }")}`],
    ["a require", "module.exports = { options: { minVersion: 'TLSv1' } };", `const { options } = require("./config");\n${connect("options")}`],
    ["a call", "export function options() { return { minVersion: 'TLSv1' }; }", `import { options } from "./config";\n${connect("options()")}`],
  ])("%s", (_form, config, user) => {
    expect(arriving(config, { "user.ts": user })).toEqual([weak]);
  });

  it("has the side and the words of the client it goes to", () => {
    expect(arriving("export const database = { trustServerCertificate: true };", { "user.ts": "import { Connection } from 'tedious';\nimport { database } from './config';\nnew Connection({ options: database });" })).toEqual([
      "proven client: rejectUnauthorized false",
    ]);
    expect(arriving(options, { "user.ts": "import https from 'https';\nimport { options } from './config';\nhttps.createServer(options);" })).toEqual(["proven server: minVersion 'TLSv1'"]);
  });

  it("goes on through files that hand it on, under whatever name", () => {
    const others = { "index.ts": "export { options as secure } from './config';", "user.ts": `import { secure } from ".";\n${connect("secure")}` };
    expect(arriving(options, { ...others, "user.ts": others["user.ts"].replace('"."', '"./index"') })).toEqual([weak]);
  });

  it("is only likely where no importer hands it to a TLS call", () => {
    expect(arriving(options, { "user.ts": "import { options } from './config';\nconsole.log(options.host);" })).toEqual(["likely: minVersion 'TLSv1'"]);
    expect(arriving(options, { "user.ts": "import type { options } from './config';\nimport tls from 'tls';\ntls.connect({});" })).toEqual(["likely: minVersion 'TLSv1'"]);
  });

  it("is not the same name from another module", () => {
    expect(arriving(options, { "other.ts": "export const options = { minVersion: 'TLSv1.2' };", "user.ts": `import { options } from "./other";\n${connect("options")}` })).toEqual(["likely: minVersion 'TLSv1'"]);
  });

  it("follows nothing from a file that only hands on what others say", () => {
    const project = projectOf({ "index.ts": "import { tls } from './all';\nexport * from './config';\nlog('minVersion is deprecated');", "config.ts": options, "all.ts": "export * from './config';" });
    describeSites(project.program("index.ts"));
    expect(project.parsed).toEqual(["index.ts"]);
  });

  it("asks nobody where nothing that matters is exported", () => {
    const project = projectOf({ "config.ts": `${connect("{ minVersion: 'TLSv1' }")}export const port = 443;`, "user.ts": "import { port } from './config';" });
    describeSites(project.program("config.ts"));
    expect(project.parsed).toEqual(["config.ts"]);
  });
});
