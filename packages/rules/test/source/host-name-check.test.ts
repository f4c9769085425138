import { describe, expect, it } from "vitest";
import type { FileView } from "../../src/source/program/file-view.js";
import { hostNameCheckOf } from "../../src/source/sites/host-name-check.js";
import { espreeProgramOf, programOf } from "./reading.js";

/** The judgement on the argument of `judge(...)`. */
function judgementIn(code: string): string {
  const judgement = judge(programOf(code));
  const espree = espreeProgramOf(code);
  if (espree) expect(judge(espree), "with espree").toBe(judgement);
  return judgement;
}

function judge(program: FileView): string {
  const call = program.calls.find(({ callee }) => callee.type === "Identifier" && callee.name === "judge")!;
  const { outcome, why, guard } = hostNameCheckOf(program, call.arguments[0]!);
  return [outcome, why, guard?.when].filter(Boolean).join(": ");
}

const every = "accepts-all: accepts every certificate";
const original = "default: answers what `tls.checkServerIdentity` answers";

describe("A checkServerIdentity that accepts every host name", () => {
  it.each([
    ["an empty block", "judge(() => {})", every],
    ["undefined", "judge(() => undefined)", every],
    ["null", "judge(() => null)", every],
    ["void 0", "judge(() => void 0)", every],
    ["false", "judge((host, cert) => false)", every],
    ["0", "judge(() => 0)", every],
    ["return undefined", "judge(function (host, cert) { return undefined; })", every],
    ["return without a value", "judge(function (host, cert) { log(cert); return; })", every],
    ["no return at all", "judge((host, cert) => { console.log(host, cert.subject); })", every],
    ["a named function", "function check() {} judge(check)", every],
    ["a constant", "const check = () => undefined; judge(check)", every],
    ["an empty value on every way", "judge((host) => { if (host) { return null; } else { return; } })", every],
    ["a value behind a name", "const nothing = undefined; judge(() => nothing)", every],
    ["the value of a console call", "judge((host) => console.log(host))", every],
    ["the value of forEach", "judge((host, cert) => hosts.forEach((each) => use(each, cert)))", every],
    ["the value of a timer's end", "judge(() => clearTimeout(timer))", every],
    ["a value behind &&", "judge((host) => host && undefined)", every],
    ["a call behind &&", "judge((host, cert) => cert && console.log(host, cert))", every],
    ["a function inside that returns", "judge(() => { list.map((x) => { return new Error(x); }); })", every],
    [
      "a result that is dropped",
      "const tls = require('tls'); judge((host, cert) => { tls.checkServerIdentity(host, cert); })",
      "accepts-all: drops the result of `tls.checkServerIdentity`",
    ],
    [
      "a result that is only logged",
      "const tls = require('tls'); judge((host, cert) => { const error = tls.checkServerIdentity(host, cert); if (error) console.warn(error); return undefined; })",
      "accepts-all: drops the result of `tls.checkServerIdentity`",
    ],
    [
      "an error that is swallowed",
      "import tls from 'tls'; judge((host, cert) => { try { const error = tls.checkServerIdentity(host, cert); if (error) throw error; } catch { } })",
      "accepts-all: swallows the error of `tls.checkServerIdentity`",
    ],
    [
      "a certificate that is never looked at",
      "judge((host) => { if (!hosts.includes(host)) return new Error('no'); })",
      "accepts-all: never looks at the certificate",
    ],
    ["a helper around the function", "judge(once(() => undefined))", every],
    ["noop of the file", "const noop = () => {}; judge(noop)", every],
    ["noop of a library", "import { noop } from 'lodash'; judge(noop)", "accepts-all: does nothing"],
    ["_.noop", "judge(_.noop)", "accepts-all: does nothing"],
    ["noop, destructured", "const { noop } = require('lodash'); judge(noop)", "accepts-all: does nothing"],
    ["an empty test double", "judge(vi.fn())", "accepts-all: returns nothing"],
  ])("%s: %s", (_name, code, judgement) => {
    expect(judgementIn(code)).toBe(judgement);
  });
});

describe("A checkServerIdentity that refuses every certificate", () => {
  const noError = "refuses-all: returns what is no Error, which Node takes for one all the same";
  it.each([
    ["true", "judge(() => true)", noError],
    ["an object", "judge(() => ({}))", noError],
    ["a list", "judge(() => [])", noError],
    ["a text", "judge((host) => 'ok')", noError],
    [
      "a promise",
      "judge(async () => undefined)",
      "refuses-all: returns a promise or generator, which Node takes for an error",
    ],
    ["an error", "judge(() => new Error('no'))", "refuses-all: refuses every certificate"],
    ["throws", "judge(() => { throw new Error('no'); })", "refuses-all: refuses every certificate"],
  ])("%s: %s", (_name, code, judgement) => {
    expect(judgementIn(code)).toBe(judgement);
  });
});

describe("A checkServerIdentity that accepts every host name where its user chooses so", () => {
  const by = (when: string) => `chosen: accepts every certificate: ${when}`;
  const own = "const tls = require('tls');";
  const check = "tls.checkServerIdentity(host, cert)";
  it.each([
    ["a ternary", `${own} judge((host, cert) => (insecure ? undefined : ${check}))`, by("`insecure` is set")],
    ["its opposite", `${own} judge((host, cert) => (o.verify ? ${check} : undefined))`, by("`o.verify` is not set")],
    ["behind &&", `${own} judge((host, cert) => o.verify && ${check})`, by("`o.verify` is not set")],
    [
      "an if, and the end",
      `${own} judge((host, cert) => { if (o.verify) { return ${check}; } })`,
      by("`o.verify` is not set"),
    ],
    [
      "an early return",
      `${own} judge((host, cert) => { if (mode === 'any') return; return ${check}; })`,
      by("`mode === 'any'`"),
    ],
    [
      "an else",
      `${own} judge((host, cert) => { if (o.verify) { return ${check}; } else { return null; } })`,
      by("`o.verify` is not set"),
    ],
    [
      "behind a statement",
      `${own} judge((host, cert) => { log(host); if (!o.verify) { warn(host); return; } return ${check}; })`,
      by("`o.verify` is not set"),
    ],
    [
      "a returned ternary",
      `${own} judge((host, cert) => { return o.verify ? ${check} : undefined; })`,
      by("`o.verify` is not set"),
    ],
    [
      "beside a check of its own",
      "judge((host, cert) => { if (o.any) return undefined; return check(host, cert); })",
      by("`o.any` is set"),
    ],
  ])("%s: %s", (_name, code, judgement) => {
    expect(judgementIn(code)).toBe(judgement);
  });
});

describe("A checkServerIdentity that answers whether the certificate fits", () => {
  it.each([
    ["a comparison", "judge((host, cert) => cert.subject.CN === host)"],
    ["behind what has to be there", "judge((host, cert) => cert && cert.subject && cert.subject.CN === host)"],
    ["a list of names", "judge((host, cert) => names.includes(cert.subject.CN))"],
    ["a pattern", "judge((host, cert) => { return /\\.example\\.com$/.test(cert.subject.CN); })"],
    ["not different", "judge((host, cert) => !(cert.subject.CN !== host))"],
    ["one of two names", "judge((host, cert) => cert.subject.CN === host || cert.subject.CN === 'backup')"],
    [
      "a function of the file",
      "function fits(cert) { return cert.subject.CN === NAME; } judge((host, cert) => { return fits(cert); })",
    ],
    ["false for another", "judge((host, cert) => { if (cert.subject.CN !== host) { return false; } return true; })"],
    ["true for the right one", "judge((host, cert) => { if (cert.subject.CN === host) return true; return false; })"],
  ])("%s: %s", (_name, code) => {
    expect(judgementIn(code)).toBe("inverted: answers whether the certificate fits");
  });
});

describe("A checkServerIdentity that answers what Node's own answers", () => {
  it.each([
    ["it", "const tls = require('tls'); judge(tls.checkServerIdentity)"],
    ["it, imported", "import { checkServerIdentity } from 'node:tls'; judge(checkServerIdentity)"],
    ["its result", "const tls = require('tls'); judge((host, cert) => tls.checkServerIdentity(host, cert))"],
    [
      "its result for another name",
      "const tls = require('tls'); judge((_, cert) => tls.checkServerIdentity(servername, cert))",
    ],
    [
      "its result, kept",
      "const tls = require('tls'); judge((host, cert) => { const error = tls.checkServerIdentity(host, cert); return error; })",
    ],
    [
      "its result or an error",
      "const tls = require('tls'); judge((host, cert) => { if (!cert) throw new Error('none'); return tls.checkServerIdentity(host, cert); })",
    ],
    [
      "its result or undefined",
      "const tls = require('tls'); judge((host, cert) => tls.checkServerIdentity(host, cert) || undefined)",
    ],
    [
      "the original, kept aside",
      "const tls = require('tls'); const { checkServerIdentity: original } = tls; judge((...args) => original(...args))",
    ],
  ])("%s: %s", (_name, code) => {
    expect(judgementIn(code)).toBe(original);
  });
});

describe("A checkServerIdentity that cannot be judged", () => {
  it.each([
    ["compares a fingerprint", "judge((host, cert) => { if (cert.fingerprint256 !== PIN) return new Error('pin'); })"],
    [
      "compares a fingerprint behind the original",
      "const tls = require('tls'); judge((host, cert) => { const error = tls.checkServerIdentity(host, cert); if (error) return error; if (cert.fingerprint !== PIN) return new Error('pin'); })",
    ],
    ["hands the certificate on", "judge((host, cert) => check(cert))"],
    ["hands its arguments on", "judge(function () { return original.apply(this, arguments); })"],
    ["hands a list of its arguments on", "judge((...args) => check(...args))"],
    [
      "takes the certificate apart",
      "judge((host, { subject }) => { if (subject.CN !== name) return new Error('name'); })",
    ],
    ["compares for an error", "judge((host, cert) => cert.subject.CN !== host)"],
    [
      "compares for an error in a statement",
      "judge((host, cert) => { if (cert.subject.CN === host) { return false; } return true; })",
    ],
    [
      "accepts a host by its name",
      "const tls = require('tls'); judge((host, cert) => { if (host === 'a') return; return tls.checkServerIdentity(host, cert); })",
    ],
    [
      "accepts by something in the certificate",
      "const tls = require('tls'); judge((host, cert) => { const known = pins.has(cert.fingerprint256); return known ? undefined : tls.checkServerIdentity(host, cert); })",
    ],
    [
      "is strict by a constant",
      "const tls = require('tls'); const STRICT = true; judge((host, cert) => { if (STRICT) { return tls.checkServerIdentity(host, cert); } })",
    ],
    [
      "answers in two ways of its own",
      "judge((host, cert) => { if (strict) { return check(cert); } return other(cert); })",
    ],
    ["is one of two", "judge(strict ? check : () => undefined)"],
    ["is imported", "import { check } from './check'; judge(check)"],
    ["is a parameter", "function f(check) { judge(check); }"],
    ["is no function", "judge(null)"],
  ])("because it %s: %s", (_name, code) => {
    expect(judgementIn(code)).toBe("unknown");
  });
});
