import { resolveSettings } from "tls-rules";
import { expect, it } from "vitest";
import { pythonReaderOf } from "../../src/engine/reading/read-python.js";

async function attacksIn(code: string, python: string): Promise<readonly string[]> {
  const { read } = await pythonReaderOf(undefined);
  const { findings } = read("src/program.py", `import ssl\n${code}\n`, resolveSettings({ level: "note", python }));
  return [...new Set(findings.flatMap(({ attacks }) => attacks))];
}

const client = "ctx = ssl.create_default_context()";
const plain = "ctx = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)";

it.each([
  ["TLS 1.0 where it is reached", "ctx = ssl.SSLContext(ssl.PROTOCOL_TLSv1)", "==3.7", ["BEAST"]],
  ["SSL 3.0, which no Python has", "ctx = ssl.SSLContext(ssl.PROTOCOL_SSLv3)", ">=3.7", []],
  ["a floor of TLS 1.0", `${plain}\nctx.minimum_version = ssl.TLSVersion.TLSv1`, "==3.7", ["BEAST"]],
  ["a floor of TLS 1.2", `${plain}\nctx.minimum_version = ssl.TLSVersion.TLSv1_2`, "==3.7", []],
  ["a list of static RSA", `${client}\nctx.set_ciphers("AES128-SHA")`, ">=3.10", ["ROBOT", "Lucky Thirteen"]],
  ["a list of today", `${client}\nctx.set_ciphers("ECDHE+AESGCM")`, ">=3.10", []],
  ["a bit", `${client}\nctx.options |= 0x4`, ">=3.10", ["renegotiation"]],
])(
  "A program in Python leaves room by %s for the attacks that a handshake can meet.",
  async (_, code, python, expected) => {
    expect(await attacksIn(code, python)).toEqual(expected);
  },
);
