import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { byHand, expectMended, expectSilent, mend } from "./mended.js";

const optOut = "no-process-wide-verification-opt-out/optOut error ask";
const disabled = "no-disabled-registry-verification/disabled error ask";

describe(".npmrc", () => {
  it.each([
    [
      "strict-ssl",
      `registry=https://r
strict-ssl=false
save-exact=true
`,
      `registry=https://r
save-exact=true
`,
      `${disabled}: strict-ssl=false`,
    ],
    ["blanks and quotes", 'strict-ssl = "false"\n', "", `${disabled}: strict-ssl = "false"`],
    [
      "a comment behind it",
      `a=b
strict-ssl=false ; proxy
`,
      `a=b
strict-ssl=false ; proxy
`,
      `${byHand(disabled)}: strict-ssl=false`,
    ],
    [
      "a word that changes nothing",
      "strict-ssl=0\n",
      "",
      "no-disabled-registry-verification/inert warning ask: strict-ssl=0",
    ],
    [
      "options for Node",
      `a=b
node-options=--tls-min-v1.0 --trace-warnings
`,
      `a=b
node-options=--trace-warnings
`,
      "no-weak-node-flag/lowersFloor error upgrade: --tls-min-v1.0",
    ],
    [
      "the only option for Node",
      `a=b
node-options=--openssl-legacy-provider
`,
      "a=b\n",
      "no-weak-node-flag/legacyProvider warning ask: --openssl-legacy-provider",
    ],
  ])("%s", (_name, before, after, found) => expectMended(".npmrc", before, after, [found]));

  it.each([
    ["the default spelt out", "strict-ssl=true\n"],
    [
      "comments",
      `# strict-ssl=false
; strict-ssl=false
`,
    ],
    [
      "other names",
      `strict_ssl=false
my-strict-ssl=false
`,
    ],
  ])("%s is silent", (_name, text) => expectSilent(".npmrc", text));
});

describe(".env", () => {
  it.each([
    [
      "plain",
      `A=1
NODE_TLS_REJECT_UNAUTHORIZED=0
B=2
`,
      `A=1
B=2
`,
      `${optOut}: NODE_TLS_REJECT_UNAUTHORIZED=0`,
    ],
    [
      "blanks and quotes",
      `NODE_TLS_REJECT_UNAUTHORIZED = '0'
B=2
`,
      "B=2\n",
      `${optOut}: NODE_TLS_REJECT_UNAUTHORIZED = '0'`,
    ],
    ["exported", 'export NODE_TLS_REJECT_UNAUTHORIZED="0"\n', "", `${optOut}: export NODE_TLS_REJECT_UNAUTHORIZED="0"`],
    [
      "a comment behind it and one above",
      `# the proxy's
NODE_TLS_REJECT_UNAUTHORIZED=0 # certificate
`,
      `# the proxy's
NODE_TLS_REJECT_UNAUTHORIZED=0 # certificate
`,
      `${byHand(optOut)}: NODE_TLS_REJECT_UNAUTHORIZED=0`,
    ],
    [
      "without a last line break",
      `A=1
NODE_TLS_REJECT_UNAUTHORIZED=0`,
      "A=1",
      `${optOut}: NODE_TLS_REJECT_UNAUTHORIZED=0`,
    ],
    [
      "a word that changes nothing",
      "NODE_TLS_REJECT_UNAUTHORIZED=false\n",
      "",
      "no-process-wide-verification-opt-out/inert warning ask: NODE_TLS_REJECT_UNAUTHORIZED=false",
    ],
    ["options", 'NODE_OPTIONS="--tls-max-v1.2"\n', "", "no-weak-node-flag/pinned warning upgrade: --tls-max-v1.2"],
  ])("%s", (_name, before, after, found) => expectMended(".env.production", before, after, [found]));

  it("counts for less in an example", () =>
    expectMended(".env.example", "NODE_TLS_REJECT_UNAUTHORIZED=0\n", "", [
      "no-process-wide-verification-opt-out/optOut warning ask: NODE_TLS_REJECT_UNAUTHORIZED=0",
    ]));

  it.each([
    ["the default spelt out", "NODE_TLS_REJECT_UNAUTHORIZED=1\n"],
    ["cleared", "NODE_TLS_REJECT_UNAUTHORIZED=\n"],
    ["a comment", "# NODE_TLS_REJECT_UNAUTHORIZED=0\n"],
    ["filled in", "NODE_TLS_REJECT_UNAUTHORIZED=${LEVEL}\n"],
    [
      "a line of a longer value",
      `NOTE="first
NODE_TLS_REJECT_UNAUTHORIZED=0
last"
`,
    ],
  ])("%s is silent", (_name, text) => expectSilent(".env", text));
});

describe("openssl.cnf", () => {
  const weak = "no-weak-openssl-config";
  const file = (...commands: string[]) =>
    `openssl_conf = init\n[init]\nssl_conf = ssl\n[ssl]\nsystem_default = tls\n[ tls ]\n${commands.join("\n")}\n`;
  const listed =
    "ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305";

  it.each([
    [
      "a low minimum",
      ["MinProtocol = TLSv1"],
      ["MinProtocol = TLSv1.2"],
      [`${weak}/lowersFloor error upgrade: MinProtocol = TLSv1`],
    ],
    [
      "a low minimum with a reason",
      ["MinProtocol = TLSv1 # old box"],
      ["MinProtocol = TLSv1.2 # old box"],
      [`${weak}/lowersFloor error ask: MinProtocol = TLSv1`],
    ],
    [
      "no minimum, in any case",
      ["minprotocol=None"],
      ["minprotocol=TLSv1.2"],
      [`${weak}/lowersFloor error upgrade: minprotocol=None`],
    ],
    [
      "a maximum",
      ["MinProtocol = TLSv1.2", "MaxProtocol = TLSv1.2"],
      ["MinProtocol = TLSv1.2"],
      [`${weak}/caps warning upgrade: MaxProtocol = TLSv1.2`],
    ],
    [
      "a maximum alone in its section, which must not be empty",
      ["MaxProtocol = TLSv1.2"],
      ["MaxProtocol = TLSv1.3"],
      [`${weak}/caps warning upgrade: MaxProtocol = TLSv1.2`],
    ],
    [
      "a low level",
      ["CipherString = DEFAULT:@SECLEVEL=0"],
      ["CipherString = DEFAULT:@SECLEVEL=2"],
      [`${weak}/lowLevel error upgrade: CipherString = DEFAULT:@SECLEVEL=0`],
    ],
    [
      "a low level in quotes",
      ['CipherString = "DEFAULT@SECLEVEL=1"'],
      ['CipherString = "DEFAULT@SECLEVEL=2"'],
      [`${weak}/lowLevel error upgrade: CipherString = "DEFAULT@SECLEVEL=1"`],
    ],
    [
      "weak suites",
      ["CipherString = ECDHE+AESGCM:AES128-SHA"],
      [`CipherString = ${listed}`],
      [`${weak}/prohibited error upgrade: CipherString = ECDHE+AESGCM:AES128-SHA`],
    ],
    [
      "weak suites at a low level",
      ["CipherString = ALL:@SECLEVEL=0"],
      [`CipherString = ${listed}:@SECLEVEL=2`],
      [
        `${weak}/prohibited error upgrade: CipherString = ALL:@SECLEVEL=0`,
        `${weak}/lowLevel error upgrade: CipherString = ALL:@SECLEVEL=0`,
      ],
    ],
    [
      "groups, of which the sound ones stay",
      ["Groups = X25519:secp192r1:P-256"],
      ["Groups = X25519:P-256"],
      [`${weak}/prohibitedNames error upgrade: Groups = X25519:secp192r1:P-256`],
    ],
    [
      "signature algorithms, beside another command",
      ["MinProtocol = TLSv1.2", "SignatureAlgorithms = RSA+SHA1"],
      ["MinProtocol = TLSv1.2"],
      [`${weak}/prohibitedNames error upgrade: SignatureAlgorithms = RSA+SHA1`],
    ],
    [
      "sound groups and signature algorithms",
      ["Groups = X25519:?nonsense:P-256", "SignatureAlgorithms = RSA-PSS+SHA256"],
      ["Groups = X25519:?nonsense:P-256", "SignatureAlgorithms = RSA-PSS+SHA256"],
      [],
    ],
    [
      "an option",
      ["MinProtocol = TLSv1.2", "Options = UnsafeLegacyRenegotiation"],
      ["MinProtocol = TLSv1.2"],
      [`${weak}/weakens error upgrade: UnsafeLegacyRenegotiation`],
    ],
    [
      "an option among others",
      ["Options = ServerPreference, +UnsafeLegacyServerConnect, -SessionTicket"],
      ["Options = ServerPreference, -SessionTicket"],
      [`${weak}/weakens error upgrade: +UnsafeLegacyServerConnect`],
    ],
    [
      "an option switched off",
      ["Options = ServerPreference,-EncryptThenMac"],
      ["Options = ServerPreference"],
      [`${weak}/weakens warning upgrade: -EncryptThenMac`],
    ],
    [
      "a version switched off",
      ["MinProtocol = TLSv1.2", "Protocol = ALL, -TLSv1.3"],
      ["MinProtocol = TLSv1.2", "Protocol = ALL"],
      [`${weak}/weakens warning upgrade: -TLSv1.3`],
    ],
  ])("%s", (_name, before, after, found) => expectMended("conf/openssl.cnf", file(...before), file(...after), found));

  it("is still read by a real Node after the edits", () => {
    const folder = mkdtempSync(join(tmpdir(), "tls-codemod-openssl-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const before = file(
      "MaxProtocol = TLSv1.2",
      "CipherString = ALL:@SECLEVEL=0",
      "Options = UnsafeLegacyRenegotiation",
    ).replace("openssl_conf", "nodejs_conf");
    writeFileSync(join(folder, "openssl.cnf"), mend("openssl.cnf", before, {}));
    const { status, stderr } = spawnSync(process.execPath, ["-e", "require('tls').createSecureContext()"], {
      env: { OPENSSL_CONF: join(folder, "openssl.cnf") },
      encoding: "utf8",
    });
    expect([status, stderr]).toEqual([0, ""]);
  });

  it("an option alone in its section needs a person", () => {
    const text = file("Options = UnsafeLegacyRenegotiation");
    expectMended("openssl.cnf", text, text, [`${weak}/weakens error manual: UnsafeLegacyRenegotiation`]);
  });

  it("a section that nothing in the file leads to is likely", () =>
    expectMended(
      "openssl.cnf",
      `[tls]
MinProtocol = TLSv1.1
`,
      `[tls]
MinProtocol = TLSv1.2
`,
      [`${weak}/lowersFloor error upgrade likely: MinProtocol = TLSv1.1`],
    ));

  it.each([
    ["what distributions ship", ["MinProtocol = TLSv1.2", "CipherString = DEFAULT:@SECLEVEL=2"]],
    ["the default, narrowed", ["CipherString = DEFAULT:!aNULL:!RC4:!3DES", "MaxProtocol = TLSv1.3"]],
    ["comments", ["# MinProtocol = TLSv1", "MinProtocol = TLSv1.3 # MaxProtocol = TLSv1.1"]],
    ["datagrams", ["MinProtocol = DTLSv1"]],
    ["harmless options", ["Options = -UnsafeLegacyRenegotiation,EncryptThenMac,NoRenegotiation"]],
    ["what a variable fills in", ["CipherString = $ENV::CIPHERS", "MinProtocol = $min"]],
  ])("%s: silent", (_name, commands) => expectSilent("openssl.cnf", file(...commands)));

  it("a level that some runtimes have by default is judged by those in range", () =>
    expectSilent("openssl.cnf", file("CipherString = DEFAULT@SECLEVEL=1"), { node: "18 - 22" }));
});

describe("how pg connects", () => {
  const found = "no-disabled-certificate-verification/postgres error ask: PGSSLMODE=no-verify";

  it("a file of variables", () =>
    expectMended(".env", "PGHOST=db.example\nPGSSLMODE=no-verify\n", "PGHOST=db.example\nPGSSLMODE=verify-full\n", [
      found,
    ]));

  it("an image", () =>
    expectMended("Dockerfile", "FROM node\nENV PGSSLMODE=no-verify\n", "FROM node\nENV PGSSLMODE=verify-full\n", [
      found,
    ]));

  it.each([
    ["disable", "warning"],
    ["allow", "warning"],
    ["prefer", "note"],
  ])("%s is no TLS, or none if somebody wants that", (mode, level) =>
    expectMended(
      ".env",
      `PGSSLMODE=${mode}\n`,
      "PGSSLMODE=verify-full\n",
      [`no-plaintext-connection/mode ${level} ask: PGSSLMODE=${mode}`],
      { level: "note" },
    ),
  );

  it.each(["require", "verify-ca", "verify-full", "no_verify", "constructor", ""])(
    "%j verifies, or is no such mode",
    (mode) => expectSilent(".env", `PGSSLMODE=${mode}\n`),
  );

  it("a variable of another name", () => expectSilent(".env", "APP_PGSSLMODE=no-verify\n"));
});
