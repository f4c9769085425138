import { describe, expect, it } from "vitest";
import { findTlsOptions } from "../../src/source/sites/find-tls-options.js";
import { usersOf } from "../../src/source/sites/users.js";
import { readersOf } from "../../src/source/values/readers.js";
import { programOf } from "./reading.js";

const node = `const tls = require("tls"); const https = require("https");\n`;

/** The program, and the write of `minVersion` in it. */
function written(code: string) {
  const program = programOf(node + code);
  const [value] = findTlsOptions(program).flatMap((options) => options.values("minVersion"));
  expect(value).toBeDefined();
  return { program, write: value!.write };
}

describe("readersOf", () => {
  it.each([
    ["a call", `tls.connect({ host, minVersion: "TLSv1" });`, ["call"]],
    ["a name", `const o = { minVersion: "TLSv1" }; tls.connect(o);`, ["call"]],
    ["a spread", `const o = { minVersion: "TLSv1" }; tls.connect({ host, ...o });`, ["call"]],
    ["two calls", `const o = { minVersion: "TLSv1" }; tls.connect(o); https.get(o);`, ["call"]],
    ["an export", `const o = { minVersion: "TLSv1" }; module.exports = o; tls.connect(o);`, ["call", "export"]],
    ["an exported name", `export const o = { minVersion: "TLSv1" }; tls.connect(o);`, ["call", "export"]],
    [
      "a name of the property",
      `const o = { minVersion: "TLSv1" }; log(o.minVersion); tls.connect(o);`,
      ["call", "name"],
    ],
    ["a pattern", `const o = { minVersion: "TLSv1" }; const { minVersion } = o; tls.connect(o);`, ["call", "name"]],
    ["another property", `const o = { host, minVersion: "TLSv1" }; log(o.host); tls.connect(o);`, ["call"]],
    ["a function of the file", `const open = (o) => tls.connect(o); open({ minVersion: "TLSv1" });`, ["call"]],
    ["what a function returns", `const make = () => ({ minVersion: "TLSv1" }); tls.connect(make());`, ["call"]],
    [
      "a function that is exported",
      `exports.make = () => ({ minVersion: "TLSv1" }); tls.connect(exports.make());`,
      ["unknown"],
    ],
    ["Object.assign", `const o = {}; Object.assign(o, { minVersion: "TLSv1" }); tls.connect(o);`, ["call"]],
    [
      "the caller's object",
      `const f = (o) => { Object.assign(o, { minVersion: "TLSv1" }); tls.connect(o); };`,
      ["call", "unknown"],
    ],
    ["a registry", `const m = new Map([["a", { minVersion: "TLSv1" }]]); tls.connect(m.get("a"));`, ["unknown"]],
    [
      "entries",
      `const t = { a: { minVersion: "TLSv1" } }; Object.entries(t).forEach(([k, { minVersion }]) => log(k)); tls.connect(t.a);`,
      ["call", "name"],
    ],
    ["keys", `const o = { minVersion: "TLSv1" }; log(Object.keys(o)); tls.connect(o);`, ["call", "name"]],
    ["in", `const o = { minVersion: "TLSv1" }; if ("minVersion" in o) log(); tls.connect(o);`, ["call", "name"]],
    ["a list", `for (const o of [{ minVersion: "TLSv1" }]) tls.connect(o);`, ["call"]],
    ["a list's method", `[{ minVersion: "TLSv1" }].map((o) => tls.connect(o));`, ["call"]],
  ])("%s", (_name, code, hows) => {
    const { program, write } = written(code);
    expect([...new Set(readersOf(program, write).map(({ how }) => how))].toSorted()).toEqual(hows);
  });
});

describe("usersOf", () => {
  it.each([
    ["one site", `tls.connect({ minVersion: "TLSv1" });`, { sites: 1, areUnseen: false, isReadByName: false }],
    [
      "two sites",
      `const o = { minVersion: "TLSv1" }; tls.connect(o); https.get(o);`,
      { sites: 2, areUnseen: false, isReadByName: false },
    ],
    [
      "a server and a client",
      `const o = { minVersion: "TLSv1" }; https.createServer(o); https.get({ ...o });`,
      { sites: 2, areUnseen: false, isReadByName: false },
    ],
    [
      "an unknown call",
      `const o = { minVersion: "TLSv1" }; audit(o); tls.connect(o);`,
      { sites: 1, areUnseen: true, isReadByName: false },
    ],
    [
      "one unknown call of likely options",
      `open({ minVersion: "TLSv1" });`,
      { sites: 1, areUnseen: false, isReadByName: false },
    ],
    [
      "two unknown calls",
      `const o = { minVersion: "TLSv1" }; open(o); audit(o);`,
      { sites: 1, areUnseen: true, isReadByName: false },
    ],
    [
      "a printer",
      `const o = { minVersion: "TLSv1" }; console.log(o); tls.connect(o);`,
      { sites: 1, areUnseen: false, isReadByName: false },
    ],
    [
      "a registry",
      `const m = new Map([["a", { minVersion: "TLSv1" }]]); exports.open = (n) => tls.connect(m.get(n));`,
      { sites: 1, areUnseen: true, isReadByName: false },
    ],
    [
      "a name",
      `const o = { minVersion: "TLSv1" }; console.log(o.minVersion); tls.connect(o);`,
      { sites: 1, areUnseen: false, isReadByName: true },
    ],
    [
      "a write that is hidden",
      `const o = { minVersion: "TLSv1" }; tls.connect({ ...o, minVersion: "TLSv1.3" }); https.get(o);`,
      { sites: 2, areUnseen: false, isReadByName: false },
    ],
  ])("%s", (_name, code, expected) => {
    const program = programOf(node + code);
    const write = findTlsOptions(program)
      .flatMap((options) => options.values("minVersion"))
      .find(({ value }) => value === "TLSv1")!.write;
    const { sites, areUnseen, isReadByName } = usersOf(program, write);
    expect({ sites: sites.length, areUnseen, isReadByName }).toEqual(expected);
  });
});
