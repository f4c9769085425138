import { describe, expect, it } from "vitest";
import { editedIn, findingsIn } from "./findings.js";

const node = `const tls = require("tls");
const https = require("https");
const o = { host: "a.example" };
`;

describe("What the user chose is no error and stays:", () => {
  it.each([
    [
      "util.parseArgs",
      `const { values } = require("node:util").parseArgs(config); if (values.k) o.rejectUnauthorized = false; https.get(o);`,
    ],
    [
      "util.parseArgs under a pattern",
      `const util = require("node:util"); const { values: { x } } = util.parseArgs(config); https.get({ rejectUnauthorized: x ? false : true });`,
    ],
    [
      "commander",
      `const { program } = require("commander"); const given = program.option("-x").parse().opts(); https.get({ rejectUnauthorized: given.x ? false : undefined });`,
    ],
    [
      "yargs",
      `const argv = require("yargs").option("k", {}).argv; if (argv.k) o.rejectUnauthorized = false; https.get(o);`,
    ],
    [
      "a handler of yargs",
      `require("yargs").command("get", "", {}, (args) => { const agent = args.k ? new https.Agent({ rejectUnauthorized: false }) : undefined; https.get({ agent }); });`,
    ],
    [
      "minimist",
      `const argv = require("minimist")(process.argv.slice(2)); if (argv.k) o.rejectUnauthorized = false; https.get(o);`,
    ],
    ["meow", `const cli = require("meow")("usage", {}); if (cli.flags.k) o.rejectUnauthorized = false; https.get(o);`],
    [
      "cac",
      `const { options } = require("cac")().parse(); https.get({ ...o, ...(options.k && { rejectUnauthorized: false }) });`,
    ],
    [
      "the command line, word by word",
      `for (const word of process.argv.slice(2)) { switch (word) { case "-k": o.rejectUnauthorized = false; break; } } https.get(o);`,
    ],
    [
      "a file of settings",
      `const settings = JSON.parse(require("fs").readFileSync("s.json", "utf8")); if (settings.x) o.rejectUnauthorized = false; https.get(o);`,
    ],
    [
      "whoever was asked",
      `const ok = await require("inquirer").confirm("Go on?"); if (ok) o.rejectUnauthorized = false; https.get(o);`,
    ],
    [
      "`secure` that is not set",
      `exports.get = (given) => { if (given.secure !== true) o.rejectUnauthorized = false; https.get(o); };`,
    ],
    [
      "an agent whose name says it",
      `const insecureAgent = new https.Agent({ rejectUnauthorized: false }); exports.get = (url) => https.get(url, { agent: insecureAgent });`,
    ],
    [
      "an agent under such a name",
      `exports.agents = { strict: new https.Agent(), allowUnauthorized: new https.Agent({ rejectUnauthorized: false }) };`,
    ],
    [
      "a table of modes",
      `const modes = { old: { minVersion: "TLSv1" }, now: {} }; exports.open = (name) => tls.connect({ ...o, ...modes[name] });`,
    ],
    [
      "a table of versions",
      `const versions = { old: "TLSv1", now: "TLSv1.2" }; exports.open = (name) => tls.connect({ ...o, minVersion: versions[name] });`,
    ],
    [
      "a table of the environment's",
      `const modes = { old: { minVersion: "TLSv1" }, now: {} }; tls.connect({ ...o, ...modes[process.env.MODE] });`,
    ],
    [
      "an entry of a table for development",
      `const agents = { dev: new https.Agent({ rejectUnauthorized: false }) }; exports.agentFor = (name) => agents[name];`,
    ],
    ["an agent for old peers", `exports.legacyTlsAgent = new https.Agent({ minVersion: "TLSv1" });`],
    [
      "what tries whether a peer still takes it",
      `exports.supportsLegacy = (host) => tls.connect({ host, minVersion: "TLSv1", maxVersion: "TLSv1.1" });`,
    ],
    [
      "another try behind an error that says why",
      `exports.get = (url) => open(url).catch((error) => { if (error.code === "ERR_SSL_UNSUPPORTED_PROTOCOL") return https.get(url, { minVersion: "TLSv1" }); });`,
    ],
  ])("%s", (_name, code) => {
    const found = findingsIn(node + code);
    expect(found.map(({ level }) => level)).not.toContain("error");
    expect(found).not.toEqual([]);
    expect(editedIn(node + code, true)).toBe(node + code);
  });
});

describe("An operand that is never looked at is not dropped with the other one:", () => {
  it.each([
    [
      "a bit",
      `https.get({ secureOptions: constants.SSL_OP_NO_TLSv1_3 || constants.SSL_OP_NO_TICKET });`,
      "constants.SSL_OP_NO_TLSv1_3 | constants.SSL_OP_NO_TICKET",
    ],
    ["a maximum", `https.get({ maxVersion: "TLSv1.2" || other });`, `"TLSv1.3" || other`],
  ])("%s", (_name, code, expected) => {
    expect(editedIn(`${node}const { constants } = require("crypto"); ${code}`)).toContain(expected);
  });
});

describe("What nobody chose is an error and is mended:", () => {
  it.each([
    [
      "an entry of a table for what is real",
      `const agents = { prod: new https.Agent({ rejectUnauthorized: false }) }; exports.agentFor = (name) => agents[name];`,
    ],
    ["a constant", `const k = true; if (k) o.rejectUnauthorized = false; https.get(o);`],
    [
      "what kind of connection there is",
      `exports.get = (url) => { if (url.protocol === "https:") o.rejectUnauthorized = false; https.get(o); };`,
    ],
    [
      "`secure` that is set",
      `exports.get = (given) => { if (given.secure) o.rejectUnauthorized = false; https.get(o); };`,
    ],
    ["a module of Node's", `if (require("os").platform() === "win32") o.rejectUnauthorized = false; https.get(o);`],
    [
      "a table that is asked for one name",
      `const modes = { old: { rejectUnauthorized: false } }; https.get({ ...o, ...modes.old });`,
    ],
    [
      "a table that is gone through",
      `const modes = [{ rejectUnauthorized: false }]; for (let i = 0; i < modes.length; i++) https.get({ ...o, ...modes[i] });`,
    ],
    [
      "an agent that is there only sometimes",
      `exports.get = (url) => https.get(url, { agent: url.port ? new https.Agent({ rejectUnauthorized: false }) : undefined });`,
    ],
  ])("%s", (_name, code) => {
    expect(findingsIn(node + code).map(({ level }) => level)).toContain("error");
    expect(editedIn(node + code, true)).not.toContain("rejectUnauthorized: false");
    expect(editedIn(node + code, true)).not.toContain("rejectUnauthorized = false");
  });
});

describe("What a caller chooses is reported and mended where the caller says it:", () => {
  it.each([
    [
      "an argument",
      `const get = (host, verify) => https.get({ host, rejectUnauthorized: verify }); `,
      `get("a", #false#);`,
    ],
    [
      "a property of an argument",
      `function get({ host, verify = true }) { return https.get({ host, rejectUnauthorized: verify }); } `,
      `get({ host: "a", verify: #false# });`,
    ],
    [
      "what a function makes options of",
      `const optionsFor = (verify) => ({ host: "a", rejectUnauthorized: verify }); `,
      `https.get(optionsFor(#false#));`,
    ],
  ])("%s", (_name, before, call) => {
    const code = node + before + call.replaceAll("#", "");
    const [finding, ...others] = findingsIn(code);
    expect(others).toEqual([]);
    expect(code.slice(...finding!.range)).toBe("false");
    expect(finding).toMatchObject({ level: "error", grade: "ask" });
    expect(finding!.message).toMatch(/ What `(get|optionsFor)` is given here decides it\.$/);
    expect(editedIn(code, true)).toBe(node + before + call.replace("#false#", "true"));
  });

  it("each of several callers has a finding of its own", () => {
    const get = `${node}const get = (verify) => https.get({ rejectUnauthorized: verify });\n`;
    const findings = findingsIn(`${get}get(false);\nget(true);\nget(false);`);
    expect(findings.map(({ range: [start] }) => start - get.length)).toEqual([4, 27]);
    expect(editedIn(`${get}get(false);\nget(true);\nget(false);`, true)).toBe(
      `${get}get(true);\nget(true);\nget(true);`,
    );
  });

  it.each([
    ["turned round", `const get = (insecure) => https.get({ rejectUnauthorized: !insecure });`, "get(true);"],
    [
      "handed on",
      `const get = (verify) => https.get({ rejectUnauthorized: verify }); const both = (verify) => get(verify);`,
      "both(false);",
    ],
  ])("what is %s on the way is reported there, and left to a person", (_name, before, call) => {
    const code = `${node}${before}\n${call}`;
    const [finding] = findingsIn(code);
    expect(call).toContain(`(${code.slice(...finding!.range)})`);
    expect(finding).toMatchObject({ level: "error", grade: "manual" });
  });

  it.each([
    ["the function says it", `const get = (host) => https.get({ host, rejectUnauthorized: false }); get("a");`],
    ["its default says it", `const get = (verify = false) => https.get({ rejectUnauthorized: verify }); get();`],
    [
      "the caller writes the option itself",
      `const get = (options) => https.get(options); get({ rejectUnauthorized: false });`,
    ],
  ])("but at the option where %s", (_name, code) => {
    const [finding] = findingsIn(node + code);
    expect((node + code).slice(...finding!.range)).toMatch(/^rejectUnauthorized: /);
    expect(finding!.message).not.toContain("is given here");
  });
});
