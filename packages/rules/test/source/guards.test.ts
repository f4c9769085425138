import { describe, expect, it } from "vitest";
import { findTlsOptions } from "../../src/source/sites/find-tls-options.js";
import { programOf, sitesIn } from "./reading.js";

/** The guard of `rejectUnauthorized: false` in a piece of code. */
function guardIn(code: string): string | undefined {
  const [site] = sitesIn(code);
  expect(site).toMatch(/rejectUnauthorized .*false/);
  return /false if \((.*?)\)(?:$| or |,)/.exec(site!)?.[1];
}

const off = "options.rejectUnauthorized = false;";

describe("The user's own choice is a guard:", () => {
  it.each([
    [`if (insecure) ${off}`, "insecure"],
    [`if (argv.insecure) { ${off} }`, "argv.insecure"],
    [`if (process.argv.includes('--insecure')) ${off}`, "process.argv.includes('--insecure')"],
    [`if (process.argv.indexOf('--insecure') !== -1) ${off}`, "process.argv.indexOf('--insecure') !== -1"],
    [`if (process.argv.indexOf('-k --insecure') > -1) ${off}`, "process.argv.indexOf('-k --insecure') > -1"],
    [`if (settings.allowSelfSigned) ${off}`, "settings.allowSelfSigned"],
    [`if (settings.ignoreSslErrors === true) ${off}`, "settings.ignoreSslErrors === true"],
    [`if (process.env.SKIP_TLS_VERIFY === '1') ${off}`, "process.env.SKIP_TLS_VERIFY === '1'"],
    [`if (process.env.TRUST_ALL !== undefined) ${off}`, "process.env.TRUST_ALL !== undefined"],
    [`if (settings.verify === false) ${off}`, "settings.verify === false"],
    [`if (process.env.STRICT_SSL === 'false') ${off}`, "process.env.STRICT_SSL === 'false'"],
    [`if (sslmode === 'no-verify') ${off}`, "sslmode === 'no-verify'"],
    [
      `if (ssl === 'require' || ssl === 'allow' || ssl === 'prefer') ${off}`,
      "ssl === 'require' || ssl === 'allow' || ssl === 'prefer'",
    ],
    [`switch (sslmode) { case 'disable': case 'no-verify': ${off} }`, "sslmode === 'no-verify'"],
    [`if (process.env.NODE_ENV !== 'production') ${off}`, "process.env.NODE_ENV !== 'production'"],
    [`if (process.env.NODE_ENV === 'development') ${off}`, "process.env.NODE_ENV === 'development'"],
    [`if (!isProduction) ${off}`, "!isProduction"],
    [`if (['development', 'test'].includes(env)) ${off}`, "['development', 'test'].includes(env)"],
    [`if (env === 'local') ${off}`, "env === 'local'"],
    [`if (url.hostname === 'localhost') ${off}`, "url.hostname === 'localhost'"],
    [`if (host === '127.0.0.1' || host === 'localhost') ${off}`, "host === '127.0.0.1' || host === 'localhost'"],
    [`if (isLocalhost(host)) ${off}`, "isLocalhost(host)"],
    [`if (ca && insecure) ${off}`, "ca && insecure"],
    [`if (verify) { open(); } else if (insecure) { ${off} }`, "insecure"],
    [`if (secure) { open(); } else { if (insecure) ${off} }`, "insecure"],
    [`insecure && (options.rejectUnauthorized = false);`, "insecure"],
    [`open(insecure && { rejectUnauthorized: false });`, "insecure"],
    [`open({ ...(insecure ? { rejectUnauthorized: false } : {}) });`, "insecure"],
    [`function f(insecure) { if (!insecure) return; ${off} }`, "insecure"],
    [`function f(insecure) { if (!insecure) { log(); return; } { ${off} } }`, "insecure"],
    [`const lax = settings.verify === false; if (lax) ${off}`, "lax"],
    [`const isOff = process.env.VERIFY === 'no'; if (isOff) ${off}`, "isOff"],
    [`function f({ verify = true }) { if (!verify) ${off} }`, "!verify"],
    [`if (!settings.verify) ${off}`, "!settings.verify"],
    [`if (!!settings.insecure) ${off}`, "settings.insecure"],
    [`if (Boolean(settings.insecure)) ${off}`, "settings.insecure"],
    [`if (!(settings.verify === true)) ${off}`, "settings.verify !== true"],
    [`if (settings.strictSSL !== true) ${off}`, "settings.strictSSL !== true"],
    [`if (settings.verify === undefined) ${off}`, "settings.verify === undefined"],
    [
      `if (settings.verify_peer !== undefined && !settings.verify_peer) ${off}`,
      "settings.verify_peer !== undefined && !settings.verify_peer",
    ],
    [`if (ssl !== 'verify-full') ${off}`, "ssl !== 'verify-full'"],
    [`if (!settings.shouldVerify()) ${off}`, "!settings.shouldVerify()"],
    [`if (!checks.has('hostname')) ${off}`, "!checks.has('hostname')"],
    [`if (insecure || !ca) ${off}`, "insecure || !ca"],
    [`if (!(ca && settings.verify)) ${off}`, "!(ca && settings.verify)"],
    [`open({ rejectUnauthorized: settings.verify ? true : false });`, "!settings.verify"],
    [`open({ rejectUnauthorized: settings.insecure ? false : true });`, "settings.insecure"],
  ])("%s", (code, guard) => {
    expect(guardIn(code)).toBe(guard);
  });

  it.each([
    ["a parameter", `function f(options, x) { if (x) ${off} }`, "x"],
    ["a parameter's property", `function f(options, { x }) { if (x === 2) ${off} }`, "x === 2"],
    ["a name of one", `function f(options, given) { const isOff = given.x; if (isOff) ${off} }`, "isOff"],
    ["the command line", `if (process.argv.includes('-k')) ${off}`, "process.argv.includes('-k')"],
    ["the environment", `if (process.env.SHOP === 'cheap') ${off}`, "process.env.SHOP === 'cheap'"],
    ["a configuration", `const config = require('./config'); if (config.x) ${off}`, "config.x"],
    ["an import", `import config from './config.js'; if (config.x) ${off}`, "config.x"],
    ["a field", `class C { f(options) { if (this.x) ${off} } }`, "this.x"],
    ["a loop over a parameter", `function f(options, list) { for (const x of list) if (x) ${off} }`, "x"],
    ["a mode by name", `function f(options, mode) { switch (mode) { case 'a': ${off} } }`, "mode === 'a'"],
    [
      "a mode that is none of these",
      `function f(options, mode) { switch (mode) { case 'strict': break; default: ${off} } }`,
      "mode !== 'strict'",
    ],
    ["a spread", "function f(x) { open({ ...(x && { rejectUnauthorized: false }) }); }", "x"],
    ["a branch of a spread", "function f(x) { open({ ...(x ? { rejectUnauthorized: false } : {}) }); }", "x"],
    [
      "a variable set elsewhere",
      "let verify = true; if (process.argv.includes('-k')) verify = false; open({ rejectUnauthorized: verify });",
      "process.argv.includes('-k')",
    ],
    [
      "the same call on the other way",
      "const https = require('https'); function f(x) { if (x) return new https.Agent({ rejectUnauthorized: false }); return new https.Agent(); }",
      "x",
    ],
    [
      "the same call in the other branch",
      "const https = require('https'); const f = (x) => x ? new https.Agent({ rejectUnauthorized: false }) : new https.Agent();",
      "x",
    ],
    [
      "a function's name",
      "function disableTlsVerification(options) { options.rejectUnauthorized = false; }",
      "disableTlsVerification",
    ],
    ["a method's name", "class C { insecureAgent() { return open({ rejectUnauthorized: false }); } }", "insecureAgent"],
    [
      "a function around",
      "const allowSelfSigned = () => () => open({ rejectUnauthorized: false });",
      "allowSelfSigned",
    ],
    ["a class's name", "class UnsafeClient { f() { return open({ rejectUnauthorized: false }); } }", "UnsafeClient"],
  ])("by %s: %s", (_name, code, guard) => {
    expect(guardIn(code)).toBe(guard);
  });

  it("is said of a file whose name is the opt-out", () => {
    const [options] = findTlsOptions(programOf("open({ rejectUnauthorized: false });", "lib/insecure-agent.js"));
    expect(options!.values("rejectUnauthorized")[0]!.guard!.text).toBe("insecure-agent.js");
  });

  it("around the calls of a function, when all of them have one", () => {
    expect(guardIn(`function relax() { ${off} } if (insecure) relax();`)).toBe("insecure");
    expect(guardIn(`function relax() { ${off} } if (insecure) relax(); relax();`)).toBeUndefined();
    expect(guardIn(`export function relax() { ${off} } if (insecure) relax();`)).toBeUndefined();
  });

  it("around the call that takes the options", () => {
    expect(
      guardIn("const https = require('https'); const o = { rejectUnauthorized: false }; if (insecure) https.get(o);"),
    ).toBe("insecure");
    expect(
      guardIn("const https = require('https'); const o = { rejectUnauthorized: false }; if (secure) https.get(o);"),
    ).toBeUndefined();
  });

  it("around one call of a wrapper, and not around the other", () => {
    const wrapper =
      "const https = require('https'); const agent = (verify) => new https.Agent({ rejectUnauthorized: verify });";
    expect(sitesIn(`${wrapper} if (insecure) agent(false); agent(false);`)).toEqual([
      "proven client: rejectUnauthorized false if (insecure)",
      "proven client: rejectUnauthorized false",
    ]);
  });
});

describe("No guard is", () => {
  it.each([
    ["a circumstance of a parameter", `function f(options, { tls }) { if (tls) ${off} }`],
    ["a missing authority of a parameter", `function f(options, given) { if (!given.ca) ${off} }`],
    ["a scheme of a parameter", `function f(options, url) { if (url.protocol === 'https:') ${off} }`],
    ["an error", `function f(options, error) { if (error) ${off} }`],
    ["a release", `if (process.version === 'v20.0.0') ${off}`],
    ["a constant of the file", `const x = 1; if (x > 0) ${off}`],
    ["what Node's own modules say", `const fs = require('fs'); if (fs.existsSync('/.dockerenv')) ${off}`],
    [
      "a condition by which the whole call is made",
      "const https = require('https'); function f(x) { if (x) https.get({ rejectUnauthorized: false }); }",
    ],
    ["a condition around the object as well", `function f(x) { if (x) { const options = {}; ${off} open(options); } }`],
    [
      "a value that is there where no other is given",
      "function f(given) { open(given || { rejectUnauthorized: false }); }",
    ],
    [
      "a function's name that says something else",
      "function testConnection() { open({ rejectUnauthorized: false }); }",
    ],
    ["a variable's name", "const insecureAgent = open({ rejectUnauthorized: false });"],
    ["a structural condition", `if (options.ssl) ${off}`],
    ["a switch for TLS as such", `if (tlsEnabled) ${off}`],
    ["a check of the protocol", `if (url.protocol === 'https:') ${off}`],
    ["a check by a regular expression's test()", `if (/^https:/.test(url)) ${off}`],
    ["a check of the type", `if (typeof options === 'object') ${off}`],
    ["a missing authority", `if (!options.ca) ${off}`],
    ["a comparison of something else with a word", `if (url.protocol === 'require') ${off}`],
    ["an environment variable that is not set", `if (!process.env.CA_FILE) ${off}`],
    ["the branch that the choice does not take", `if (insecure) { open(); } else { ${off} }`],
    ["!insecure", `if (!insecure) ${off}`],
    ["a weak default", `if (settings.insecure !== false) ${off}`],
    ["production", `if (process.env.NODE_ENV === 'production') ${off}`],
    ["a fallback", "open(settings.tls || { rejectUnauthorized: false });"],
    ["an early return on the choice", `function f() { if (insecure) return; ${off} }`],
    ["an early return further down", `function f() { ${off} if (!insecure) return; }`],
    ["a condition around the function", `if (insecure) { module.exports = function () { ${off} }; }`],
    ["a device, the latest version, an address", `if (device && latest && localAddress) ${off}`],
    ["a default case", `switch (mode) { case 'insecure': break; default: ${off} }`],
    ["a case that a plain one falls into", `switch (mode) { case 'tls': case 'insecure': ${off} }`],
    [
      "a condition that holds a whole function",
      `if (list.some(function (insecure) { ${"x(); ".repeat(100)} })) ${off}`,
    ],
  ])("%s: %s", (_name, code) => {
    expect(guardIn(code)).toBeUndefined();
  });
});
