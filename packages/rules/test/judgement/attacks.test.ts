import { NAMED_ATTACKS } from "tls-policy";
import { describe, expect, it } from "vitest";
import { rules } from "../../src/rules/index.js";
import { findingsIn } from "./findings.js";

/** `rule: attacks` of each finding that names some. */
function attacksIn(code: string, node: string): readonly string[] {
  return findingsIn(code, "src/a.js", { node })
    .filter(({ attacks }) => attacks.length > 0)
    .map(({ rule, attacks }) => `${rule}: ${attacks.join(", ")}`);
}

const call = (options: string) => `require('tls').connect({ host, ${options} });`;

describe("a finding names the published attacks that it leaves room for", () => {
  it.each([
    ["none, where nothing of that kind is found", call("rejectUnauthorized: false"), "20", []],
    [
      "BEAST with a floor that is reached",
      call("minVersion: 'TLSv1'"),
      "16",
      ["no-deprecated-protocol-version: BEAST"],
    ],
    ["none with a floor that is not reached", call("minVersion: 'TLSv1'"), "24.5", []],
    ["none with TLS 1.1", call("minVersion: 'TLSv1.1'"), "16", []],
    [
      "BEAST with a method that lowers the floor",
      call("secureProtocol: 'TLS_method'"),
      "16",
      ["no-legacy-secure-protocol: BEAST"],
    ],
    [
      "what the suites of a list are open to",
      call("ciphers: 'AES128-SHA'"),
      "20",
      ["no-weak-cipher-suite: ROBOT, Lucky Thirteen"],
    ],
    ["none with CBC that nobody offers", call("ciphers: 'RC4-SHA:ECDHE-RSA-AES128-GCM-SHA256'"), "20", []],
    [
      "what the level lets in",
      call("minVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0'"),
      "20",
      ["no-deprecated-protocol-version: BEAST", "no-low-security-level: BEAST"],
    ],
    [
      "renegotiation",
      call("secureOptions: require('crypto').constants.SSL_OP_LEGACY_SERVER_CONNECT"),
      "20",
      ["no-unsafe-secure-options: renegotiation"],
    ],
    [
      "by the value that is found, not by another one that may stand there",
      call("minVersion: process.argv.length > 2 ? 'TLSv1.1' : 'TLSv1'"),
      "16",
      ["no-deprecated-protocol-version: BEAST"],
    ],
    [
      "what a flag of a process that is started lets in",
      "require('child_process').spawn('node', ['--tls-min-v1.0', 'a.js']);",
      "16",
      ["no-weak-node-flag: BEAST"],
    ],
    [
      "what its list lets in",
      "require('child_process').spawn('node', ['--tls-cipher-list=AES128-SHA', 'a.js']);",
      "20",
      ["no-weak-node-flag: ROBOT, Lucky Thirteen"],
    ],
  ])("%s", (_name, code, node, expected) => expect(attacksIn(code, node)).toEqual(expected));
});

it("Every attack of the table may be named by some rule, each rule's by what it finds.", () => {
  const named = new Set(rules.flatMap(({ meta }) => meta.attacks ?? []));
  expect([...named].sort()).toEqual(NAMED_ATTACKS.map(({ name }) => name).sort());
});
