import { describe, expect, it } from "vitest";
import { sitesIn } from "./reading.js";

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
    [`function f(insecure) { if (!insecure) return; ${off} }`, "!(!insecure)"],
    [`function f(insecure) { if (!insecure) { log(); return; } { ${off} } }`, "!(!insecure)"],
    [`const lax = settings.verify === false; if (lax) ${off}`, "lax"],
    [`const isOff = process.env.VERIFY === 'no'; if (isOff) ${off}`, "isOff"],
    [`function f({ verify = true }) { if (!verify) ${off} }`, "!verify"],
  ])("%s", (code, guard) => {
    expect(guardIn(code)).toBe(guard);
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
    ["a structural condition", `if (options.ssl) ${off}`],
    ["a switch for TLS as such", `if (tlsEnabled) ${off}`],
    ["a check of the protocol", `if (url.protocol === 'https:') ${off}`],
    ["a check by a regular expression's test()", `if (/^https:/.test(url)) ${off}`],
    ["a check of the type", `if (typeof options === 'object') ${off}`],
    ["a missing authority", `if (!options.ca) ${off}`],
    ["a missing setting", `if (!settings.verify) ${off}`],
    ["a comparison of something else with a word", `if (url.protocol === 'require') ${off}`],
    ["a mode that is not met", `if (ssl !== 'verify-full') ${off}`],
    ["a setting that is not true", `if (settings.strictSSL !== true) ${off}`],
    ["an environment variable that is not set", `if (!process.env.CA_FILE) ${off}`],
    ["the branch that the choice does not take", `if (insecure) { open(); } else { ${off} }`],
    ["!insecure", `if (!insecure) ${off}`],
    ["a weak default", `if (settings.insecure !== false) ${off}`],
    ["production", `if (process.env.NODE_ENV === 'production') ${off}`],
    ["a choice or something else", `if (insecure || !ca) ${off}`],
    ["the default branch of a ternary", "open({ rejectUnauthorized: settings.verify ? true : false });"],
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
