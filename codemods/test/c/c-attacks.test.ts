import { resolveSettings } from "tls-rules";
import { expect, it } from "vitest";
import { cReaderOf } from "../../src/engine/reading/read-c.js";

async function attacksIn(statements: string, openssl: string): Promise<readonly string[]> {
  const text = `#include <openssl/ssl.h>\nSSL_CTX *make(void) {\n  ${statements}\n  return ctx;\n}\n`;
  const { read } = await cReaderOf(undefined, "src/program.c");
  const { findings } = read("src/program.c", text, resolveSettings({ level: "note", openssl }));
  return findings.flatMap(({ rule, attacks }) => attacks.map((name) => `${rule}: ${name}`));
}

const context = "SSL_CTX *ctx = SSL_CTX_new(TLS_client_method());";

it.each([
  ["SSL 3.0", "SSL_CTX *ctx = SSL_CTX_new(SSLv3_client_method());", "1.0.2", ["POODLE"]],
  ["SSL 2.0", "SSL_CTX *ctx = SSL_CTX_new(SSLv2_client_method());", "1.0.2", ["DROWN"]],
  ["a method of releases that have none", "SSL_CTX *ctx = SSL_CTX_new(SSLv3_client_method());", "3.0", []],
  ["a floor that is reached", `${context} SSL_CTX_set_min_proto_version(ctx, TLS1_VERSION);`, "1.1.1", ["BEAST"]],
  ["a floor that is not", `${context} SSL_CTX_set_min_proto_version(ctx, TLS1_VERSION);`, "4.0", []],
  ["a list", `${context} SSL_CTX_set_cipher_list(ctx, "AES128-SHA");`, "3.0", ["ROBOT", "Lucky Thirteen"]],
  ["a bit", `${context} SSL_CTX_set_options(ctx, SSL_OP_LEGACY_SERVER_CONNECT);`, "3.0", ["renegotiation"]],
])(
  "A program in C leaves room by %s for the attacks that a handshake can meet.",
  async (_, statements, openssl, expected) => {
    const found = await attacksIn(statements, openssl);
    expect(found.map((each) => each.replace(/^.*: /, ""))).toEqual(expected);
  },
);
