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
    [
      "a named export",
      'import { options } from "./config";',
      "options",
      "export const options = { minVersion: 'TLSv1' };",
    ],
    [
      "an export under another name",
      'import { tls as options } from "./config";',
      "options",
      "const own = { minVersion: 'TLSv1' }; export { own as tls };",
    ],
    ["a default export", 'import options from "./config";', "options", "export default { minVersion: 'TLSv1' };"],
    [
      "a default export of a name",
      'import { default as options } from "./config";',
      "options",
      "const options = { minVersion: 'TLSv1' } as const; export default options;",
    ],
    [
      "a namespace",
      'import * as config from "./config";',
      "config.options",
      "export const options = { minVersion: 'TLSv1' };",
    ],
    ["module.exports", 'const options = require("./config");', "options", "module.exports = { minVersion: 'TLSv1' };"],
    [
      "a property of module.exports",
      'const { options } = require("./config");',
      "options",
      "module.exports = { options: { minVersion: 'TLSv1' } };",
    ],
    [
      "exports.name",
      'const config = require("./config");',
      "config.options",
      "exports.options = { minVersion: 'TLSv1' };",
    ],
    [
      "module.exports.name",
      'const { options } = require("./config");',
      "options",
      "module.exports.options = { minVersion: 'TLSv1' };",
    ],
    ["an inline require", "", "require('./config').options", "exports.options = { minVersion: 'TLSv1' };"],
    [
      "CommonJS by default import",
      'import config from "./config";',
      "config.options",
      "module.exports = { options: { minVersion: 'TLSv1' } };",
    ],
    [
      "CommonJS by named import",
      'import { options } from "./config";',
      "options",
      "exports.options = { minVersion: 'TLSv1' };",
    ],
    [
      "compiled TypeScript",
      'import options from "./config";',
      "options",
      'Object.defineProperty(exports, "__esModule", { value: true }); exports.default = { minVersion: "TLSv1" };',
    ],
    [
      "ES modules by require",
      'const { options } = require("./config");',
      "options",
      "export const options = { minVersion: 'TLSv1' };",
    ],
    [
      "the default of an ES module by require",
      'const options = require("./config").default;',
      "options",
      "export default { minVersion: 'TLSv1' };",
    ],
    ["import x = require()", 'import options = require("./config");', "options", "export = { minVersion: 'TLSv1' };"],
    ["import()", "", "(await import('./config')).options", "export const options = { minVersion: 'TLSv1' };"],
    [
      "a function",
      'import { options } from "./config";',
      "options()",
      "export function options() { return { minVersion: 'TLSv1' }; }",
    ],
    [
      "an arrow function in module.exports",
      'const options = require("./config");',
      "options()",
      "module.exports = () => ({ minVersion: 'TLSv1' });",
    ],
    [
      "a function of an argument",
      'import { options } from "./config";',
      "options('TLSv1')",
      "export function options(minVersion) { return { minVersion }; }",
    ],
    ["a constant", 'import { MINIMUM } from "./config";', "{ minVersion: MINIMUM }", "export const MINIMUM = 'TLSv1';"],
    [
      "an enum",
      'import { Version } from "./config";',
      "{ minVersion: Version.Old }",
      "export enum Version { Old = 'TLSv1' }",
    ],
    [
      "a class field",
      'import { Config } from "./config";',
      "new Config().tls",
      "export class Config { tls = { minVersion: 'TLSv1' }; }",
    ],
    [
      "a nested object",
      'import config from "./config";',
      "config.redis.tls",
      "export default { redis: { tls: { minVersion: 'TLSv1' } } };",
    ],
    [
      "a spread",
      'import { options } from "./config";',
      "{ host, ...options }",
      "export const options = { minVersion: 'TLSv1' };",
    ],
    [
      "a merge",
      'import { options } from "./config";',
      "Object.assign({}, options)",
      "export const options = { minVersion: 'TLSv1' };",
    ],
    [
      "a later write",
      'import { options } from "./config";',
      "options",
      "export const options: any = {}; options.minVersion = 'TLSv1';",
    ],
    [
      "an import that is written to",
      'import { options } from "./config"; options.minVersion = "TLSv1";',
      "options",
      "export const options: any = {};",
    ],
  ])("%s", (_form, head, options, config) => {
    expect(sitesOf(`${head}\n${connect(options)}`, { "config.ts": config })).toEqual([weak]);
  });

  it.each([
    ["export *", "export * from './tls';"],
    ["export { name } from", "export { options } from './tls';"],
    [
      "export { name as name } from",
      `import { options } from './tls';
export { options };`,
    ],
    ["module.exports = require", "module.exports = require('./tls');"],
    ["a spread in module.exports", "module.exports = { ...require('./tls') };"],
  ])("is followed through %s", (_form, barrel) => {
    expect(
      sitesOf(`import { options } from "./config";\n${connect("options")}`, {
        "config/index.ts": barrel,
        "config/tls.ts": "export const options = { minVersion: 'TLSv1' };",
      }),
    ).toEqual([weak]);
  });

  it.each([
    ["CommonJS that copies another file's exports", "Object.assign(exports, require('./tls'));"],
    ["export * of CommonJS that copies them", "export * from './copies';"],
    ["export * of a whole object", "export * from './whole';"],
    [
      "two barrels",
      `export * from './log';
export * from './all';`,
    ],
    [
      "barrels that pass each other on",
      `export * from './circle';
export * from './tls';`,
    ],
    ["a barrel that passes on the one it is reached by", "export * from './circle';"],
    ["a name of a barrel", "export { secure } from './all';"],
    [
      "an object of a barrel",
      `import { secure as options } from './all';
export const secure = { ...options };`,
    ],
  ])("is followed through %s", (_form, config) => {
    const others = {
      "tls.ts": "export const secure = { minVersion: 'TLSv1' };",
      "copies.ts": "Object.assign(exports, require('./tls'));",
      "whole.ts": `const tls = require('./tls');
module.exports = { ...tls };`,
      "all.ts": `export * from './log';
export * from './tls';`,
      "circle.ts": `export * from './config';
export * from './all';`,
      "log.ts": "export const log = console.log;",
    };
    expect(
      sitesOf(`import { secure } from "./config";\n${connect("secure")}`, { ...others, "config.ts": config }),
    ).toEqual([weak]);
  });

  it("is followed through export * as", () => {
    const others = {
      "config.ts": "export * as secure from './tls';",
      "tls.ts": "export const options = { minVersion: 'TLSv1' };",
    };
    expect(sitesOf(`import { secure } from "./config";\n${connect("secure.options")}`, others)).toEqual([weak]);
  });

  it.each([
    ["another export", "export const other = { minVersion: 'TLSv1' }; export const options = {};"],
    [
      "a name that is not exported",
      `const options = { minVersion: 'TLSv1' };
export {};`,
    ],
    ["a type", "export type options = { minVersion: 'TLSv1' };"],
    ["an option that is overwritten", "export const options = { minVersion: 'TLSv1', ...{ minVersion: 'TLSv1.3' } };"],
  ])("is not %s", (_form, config) => {
    expect(
      sitesOf(`import { options } from "./config";\n${connect("options")}`, { "config.ts": config }),
    ).not.toContain(weak);
  });

  it("is not what a local name hides", () => {
    const main = `import { options } from "./config";\n${connect("(() => { const options = { minVersion: 'TLSv1.2' }; return options; })()")}`;
    expect(sitesOf(main, { "config.ts": "export const options = { minVersion: 'TLSv1' };" })).not.toContain(weak);
  });

  it("is not what is overridden behind it", () => {
    const main = `import { options } from "./config";\n${connect("{ ...options, minVersion: 'TLSv1.2' }")}`;
    expect(sitesOf(main, { "config.ts": "export const options = { minVersion: 'TLSv1' };" })).toEqual([
      "proven client: minVersion 'TLSv1.2'",
    ]);
  });

  it("is unknown where the file is missing or cannot be parsed", () => {
    const main = `import { options, MINIMUM } from "./config";\n${connect("{ ...options, minVersion: MINIMUM }")}`;
    const unknown = ["proven client: minVersion unknown"];
    expect(sitesOf(main, {})).toEqual(unknown);
    expect(sitesOf(main, { "config.ts": "export const = ;" })).toEqual(unknown);
  });

  it("comes to an end where files import each other", () => {
    const others = {
      "config.ts": "import { other } from './other'; export const options = { ...other };",
      "other.ts": "import { options } from './config'; export const other = { minVersion: 'TLSv1', ...options };",
    };
    expect(sitesOf(`import { options } from "./config";\n${connect("options")}`, others)).toEqual([weak]);
  });
});

describe("clients that come from another file", () => {
  it.each([
    [
      "a re-exported class",
      `import { Agent } from "./client";
new Agent`,
      "export { Agent } from 'https';",
    ],
    [
      "a module handed on",
      `const https = require("./client");
new https.Agent`,
      "module.exports = require('https');",
    ],
    [
      "a member handed on",
      `const { Agent } = require("./client");
new Agent`,
      "const https = require('https'); exports.Agent = https.Agent;",
    ],
    [
      "a subclass",
      `import { Agent } from "./client";
new Agent`,
      "import https from 'https'; export class Agent extends https.Agent {}",
    ],
    [
      "export *",
      `import { Agent } from "./client";
new Agent`,
      "export * from './agents';",
    ],
    [
      "a namespace",
      `import * as client from "./client";
new client.Agent`,
      "export { Agent } from 'https';",
    ],
  ])("%s", (_form, head, client) => {
    const others = {
      "client.ts": client,
      "agents.ts": `import https from 'https';
export const Agent = https.Agent;`,
    };
    expect(sitesOf(`${head}({ minVersion: 'TLSv1' });`, others)).toEqual([weak]);
  });

  it("is not a class of the same name", () => {
    expect(
      sitesOf(
        `import { Agent } from './client';
new Agent({ minVersion: 'TLSv1' });`,
        {
          "client.ts": "export class Agent {}",
        },
      ),
    ).not.toContain(weak);
  });

  it.each([
    [
      "a name through two barrels",
      `import { Agent } from "./client";
new Agent`,
      {
        "client.ts": "export * from './all';",
        "all.ts": `export * from './log';
export * from './agents';`,
      },
    ],
    [
      "a barrel under a name",
      `import { client } from "./all";
new client.Agent`,
      {
        "all.ts": `export * from './log';
export * as client from './agents';`,
      },
    ],
    [
      "a name beside one that is passed on",
      `import { Agent } from "./all";
new Agent`,
      {
        "all.ts": `export * from './log';
export { Other as Agent } from './agents';`,
      },
    ],
    [
      "a default export under a name",
      `import { Agent } from "./all";
new Agent`,
      { "all.ts": "export { default as Agent } from './default';" },
    ],
    [
      "a default export of another file",
      `import Agent from "./all";
new Agent`,
      { "all.ts": "export { default } from './default';" },
    ],
    [
      "barrels that pass each other on",
      `import { Agent } from "./one";
new Agent`,
      {
        "one.ts": `export * from './two';
export * from './agents';`,
        "two.ts": "export * from './one';",
      },
    ],
    [
      "a barrel that passes on the one it is reached by",
      `import { Agent } from "./one";
new Agent`,
      {
        "one.ts": "export * from './two';",
        "two.ts": `export * from './one';
export * from './agents';`,
      },
    ],
    [
      "export * of CommonJS that copies them",
      `import { Agent } from "./all";
new Agent`,
      { "all.ts": "export * from './copies';", "copies.ts": "Object.assign(exports, require('./common'));" },
    ],
    [
      "export * of CommonJS whose names are worked out",
      `import { Agent } from "./all";
new Agent`,
      {
        "all.ts": "export * from './copies';",
        "copies.ts": `const name = 'Ag' + 'ent';
exports[name] = require('https').Agent;`,
      },
    ],
    [
      "export * of a name that is written in escapes",
      `import { Agent } from "./all";
new Agent`,
      {
        "all.ts": "export * from './escapes';",
        "escapes.ts": "import https from 'https';\nexport const \\u0041gent = https.Agent;",
      },
    ],
    [
      "a name that the code loads a module by",
      `const { Agent } = require("./all");
new Agent`,
      {
        "all.ts": `const name = 'https';
exports.Agent = require(name).Agent;`,
      },
    ],
    [
      "an import with a comment in it",
      `import { Agent } from "./all";
new Agent`,
      {
        "all.ts": `import https from /* ours */ 'https';
export const Agent = https.Agent;`,
      },
    ],
    [
      "a function that makes require",
      `const { Agent } = require("./all");
new Agent`,
      {
        "all.ts": `const load = require('module').createRequire(__filename);
exports.Agent = load('https').Agent;`,
      },
    ],
    [
      "a subclass of a subclass",
      `import { Agent } from "./all";
new Agent`,
      {
        "all.ts": "export { Own as Agent } from './own';",
        "own.ts": `import { Agent } from './agents';
import https from 'https';
export class Own extends Agent {}`,
      },
    ],
  ])("%s", (_form, head, files) => {
    const others = {
      "agents.ts": `import https from 'https';
export const Agent = https.Agent;
export const Other = https.Agent;`,
      "default.ts": `import https from 'https';
export default https.Agent;`,
      "common.ts": "exports.Agent = require('https').Agent;",
      "log.ts": "export const log = console.log;",
    };
    expect(sitesOf(`${head}({ minVersion: 'TLSv1' });`, { ...others, ...files })).toEqual([weak]);
  });

  it.each([
    ["a file that names no module", "log.ts", "export const log = console.log;"],
    [
      "a file that only says the name of a module",
      "log.ts",
      `import { inspect } from 'util';
export const log = (line) => console.log('https', inspect(line));`,
    ],
  ])("does not parse %s", (_form, path, text) => {
    const project = projectOf({
      "main.ts": `import { log } from './log';
log({ minVersion: 'TLSv1' });
log('a').b({ minVersion: 'TLSv1' });
new log().c({ minVersion: 'TLSv1' });`,
      [path]: text,
    });
    describeSites(project.program("main.ts"));
    expect(project.parsed).toEqual(["main.ts"]);
  });

  it("parses of what a barrel passes on only what can have the name", () => {
    const project = projectOf({
      "main.ts": `import { options } from "./all";\n${connect("options")}`,
      "all.ts": `export * from './log';
export * as log from './log';
export { log as print } from './log';
export * from './config';`,
      "log.ts": "export const log = console.log;",
      "config.ts": "export const options = { minVersion: 'TLSv1' };",
    });
    expect(describeSites(project.program("main.ts"))).toEqual([weak]);
    expect(project.parsed).toEqual(["all.ts", "config.ts", "main.ts"]);
  });
});

describe("options that go to another file", () => {
  /** What is found in `config.ts`. */
  const arriving = (config: string, others: Readonly<Record<string, string>>) =>
    describeSites(projectOf({ "config.ts": config, ...others }).program("config.ts"));
  const options = "export const options = { minVersion: 'TLSv1' };";

  it.each([
    ["an import", options, `import { options } from "./config";\n${connect("options")}`],
    ["a spread", options, `import { options } from "./config";\n${connect("{ host, ...options }")}`],
    [
      "a require",
      "module.exports = { options: { minVersion: 'TLSv1' } };",
      `const { options } = require("./config");\n${connect("options")}`,
    ],
    [
      "a call",
      "export function options() { return { minVersion: 'TLSv1' }; }",
      `import { options } from "./config";\n${connect("options()")}`,
    ],
  ])("%s", (_form, config, user) => {
    expect(arriving(config, { "user.ts": user })).toEqual([weak]);
  });

  it("has the side and the words of the client it goes to", () => {
    expect(
      arriving("export const database = { trustServerCertificate: true };", {
        "user.ts": `import { Connection } from 'tedious';
import { database } from './config';
new Connection({ options: database });`,
      }),
    ).toEqual(["proven client: rejectUnauthorized false"]);
    expect(
      arriving(options, {
        "user.ts": `import https from 'https';
import { options } from './config';
https.createServer(options);`,
      }),
    ).toEqual(["proven server: minVersion 'TLSv1'"]);
  });

  it("goes on through files that hand it on, under whatever name", () => {
    const others = {
      "index.ts": "export { options as secure } from './config';",
      "user.ts": `import { secure } from ".";\n${connect("secure")}`,
    };
    expect(arriving(options, { ...others, "user.ts": others["user.ts"].replace('"."', '"./index"') })).toEqual([weak]);
  });

  it("is only likely where no importer hands it to a TLS call", () => {
    expect(
      arriving(options, {
        "user.ts": `import { options } from './config';
console.log(options.host);`,
      }),
    ).toEqual(["likely: minVersion 'TLSv1'"]);
    expect(
      arriving(options, {
        "user.ts": `import type { options } from './config';
import tls from 'tls';
tls.connect({});`,
      }),
    ).toEqual(["likely: minVersion 'TLSv1'"]);
  });

  it("is not the same name from another module", () => {
    expect(
      arriving(options, {
        "other.ts": "export const options = { minVersion: 'TLSv1.2' };",
        "user.ts": `import { options } from "./other";\n${connect("options")}`,
      }),
    ).toEqual(["likely: minVersion 'TLSv1'"]);
  });

  it.each([
    [
      "a function of another file, which gives back what it is given",
      { "make.ts": "export const make = (options) => ({ host, ...options });" },
      `import { make } from './make';
export const options = make({ minVersion: 'TLSv1' });`,
    ],
    [
      "functions of two other files",
      {
        "make.ts": `import { keep } from './keep';
export const make = (options) => keep({ host, ...options });`,
        "keep.ts": "export const keep = (options) => options;",
      },
      `import { make } from './make';
export const options = make({ minVersion: 'TLSv1' });`,
    ],
    [
      "a class of another file, which keeps what it is given",
      { "make.ts": "export class Make { constructor(options) { this.options = options; } }" },
      `import { Make } from './make';
export const { options } = new Make({ minVersion: 'TLSv1' });`,
    ],
    [
      "a method",
      {},
      `export class Config { static options = { minVersion: 'TLSv1' }; }
export const { options } = Config;`,
    ],
    [
      "a member that is set later",
      {},
      `export const options = {};
options.minVersion = 'TLSv1';`,
    ],
    [
      "a member of another file's object that is set here",
      { "base.ts": "export const base = { port: 443 };" },
      `import { base } from './base';
export const options = { ...base };
options.minVersion = 'TLSv1';`,
    ],
    [
      "a name that is worked out",
      {},
      `const name = 'minVersion';
export const options = { [name]: 'TLSv1' };`,
    ],
    [
      "a name from another file",
      { "names.ts": "export const names = { minimum: 'minVersion' };" },
      `import { names } from './names';
export const options = { [names.minimum]: 'TLSv1' };`,
    ],
    [
      "a name that is handed to a function",
      {},
      `const set = (name, value) => ({ [name]: value });
export const options = set('minVersion', 'TLSv1');`,
    ],
    [
      "a copy of the exports of a file that imports this one",
      {
        "all.ts": `import * as config from './config';
export const all = { ...config };`,
      },
      `import { all } from './all';
export const options = { minVersion: 'TLSv1' };
export { all };`,
    ],
  ])("%s", (_form, others, config) => {
    expect(
      arriving(config, { ...others, "user.ts": `import { options } from "./config";\n${connect("options")}` }),
    ).toEqual([weak]);
  });

  it.each([
    ["in an enum", "export enum Protocol { minVersion = 'TLSv1' }", "Protocol"],
    ["as an export of its own", "export const minVersion = 'TLSv1';", "{ ...config }"],
    [
      "as an export of another name",
      `const oldest = 'TLSv1';
export { oldest as minVersion };`,
      "{ ...config }",
    ],
    ["as part of a pattern", "export const { minVersion } = { minVersion: 'TLSv1' };", "{ ...config }"],
    [
      "as a parameter that is a field",
      "export class Config { constructor(public minVersion = 'TLSv1') {} }",
      "new Config()",
    ],
    ["as a getter", "export const Config = { get minVersion() { return 'TLSv1'; } };", "Config"],
  ])("%s", (_form, config, use) => {
    const user = `import * as config from "./config";\nimport { Protocol, Config } from "./config";\n${connect(use)}`;
    expect(arriving(config, { "user.ts": user })).toContain(weak);
  });

  it("goes on through barrels, of which no more is parsed than what hands it on", () => {
    const project = projectOf({
      "config.ts": options,
      "log.ts": "export const log = console.log;",
      "all.ts": `export * from './log';
export * from './config';`,
      "user.ts": `import { options } from "./all";\n${connect("options")}`,
    });
    expect(describeSites(project.program("config.ts"))).toEqual([weak]);
    expect(project.parsed).toEqual(["all.ts", "config.ts", "user.ts"]);
  });

  it("follows nothing from a file that only reads options, or hands on those of others", () => {
    const others = { "config.ts": options, "base.ts": "export const read = (options) => options.minVersion;" };
    for (const config of [
      `import { read } from './base';
export const minimum = (options) => read(options.minVersion);`,
      `exports.base = require('./base');
exports.config = require('./config');
exports.isSet = 'minVersion' in {};`,
    ]) {
      const project = projectOf({ ...others, "index.ts": config });
      describeSites(project.program("index.ts"));
      expect(project.parsed).toEqual(["index.ts"]);
    }
  });

  it("follows nothing from a file that only hands on what others say", () => {
    const project = projectOf({
      "index.ts": `import { tls } from './all';
export * from './config';
log('minVersion is deprecated');`,
      "config.ts": options,
      "all.ts": "export * from './config';",
    });
    describeSites(project.program("index.ts"));
    expect(project.parsed).toEqual(["index.ts"]);
  });

  it("asks nobody where nothing that matters is exported", () => {
    const project = projectOf({
      "config.ts": `${connect("{ minVersion: 'TLSv1' }")}export const port = 443;`,
      "user.ts": "import { port } from './config';",
    });
    describeSites(project.program("config.ts"));
    expect(project.parsed).toEqual(["config.ts"]);
  });

  it.each([
    ["a list", "export const suites = ['minVersion', 'TLSv1'];"],
    ["everyday names beside no client", "export const server = { ssl: true, options: { name: 'maxVersion' } };"],
    ["a text that looks like one with parameters", "export const type = 'text/plain;charset=utf-8'; // ciphers"],
  ])("asks nobody about %s", (_form, config) => {
    const project = projectOf({ "config.ts": config, "user.ts": "import * as all from './config';\nuse(all);" });
    describeSites(project.program("config.ts"));
    expect(project.parsed).toEqual(["config.ts"]);
  });

  it.each([
    ["beside its client", "import pg from 'pg';\nexport const options = { ssl: true };"],
    ["with a weak value", "export const options = { ssl: 'no-verify' };"],
  ])("asks who reads an everyday name %s", (_form, config) => {
    const project = projectOf({
      "config.ts": config,
      "user.ts": "import { options } from './config';\nimport { Pool } from 'pg';\nnew Pool(options);",
    });
    describeSites(project.program("config.ts"));
    expect(project.parsed).toContain("user.ts");
  });
});
