import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { sharedCertificates } from "./certificates.js";

const probe = fileURLToPath(new URL("probe.cjs", import.meta.url));
const sessionProbe = fileURLToPath(new URL("session-probe.cjs", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "openssl-config-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Hello {
  readonly versions: readonly number[];
  readonly groups: readonly number[];
  readonly signatureAlgorithms: readonly number[];
  readonly suites: readonly number[];
}

/** What a program of the Node at hand prints with a configuration whose section is named under `program`. */
async function outputWith(
  program: string,
  commands: readonly string[],
  words: readonly string[],
  input = "",
): Promise<string> {
  const file = join(folder, "openssl.cnf");
  writeFileSync(file, `${program} = a\n[a]\nssl_conf = b\n[b]\nsystem_default = c\n[c]\n${commands.join("\n")}\n`);
  const child = spawn(process.execPath, words, { env: { PATH: process.env["PATH"], OPENSSL_CONF: file } });
  child.stdin.end(input);
  let output = "";
  for await (const chunk of child.stdout) output += String(chunk);
  return output;
}

async function helloWith(
  program: string,
  commands: readonly string[],
  options: object,
  ...flags: string[]
): Promise<Hello> {
  const input = `${JSON.stringify({ type: "hello", options })}\n`;
  return JSON.parse(await outputWith(program, commands, [...flags, probe], input)).hello;
}

/** What the two ends of a connection of TLS 1.2 may do. */
async function sessionWith(
  ...commands: string[]
): Promise<{ readonly ticket: boolean; readonly renegotiation: string }> {
  const { key, certificate } = sharedCertificates()["ECDSA P-256"]!;
  const identity = JSON.stringify({ key, cert: certificate });
  return JSON.parse(await outputWith("nodejs_conf", commands, [sessionProbe, identity]));
}

// https://www.iana.org/assignments/tls-parameters
const [p384, p521] = [24, 25];
const [rsaPssSha256, rsaPssSha512] = [0x0804, 0x0806];
const own = await helloWith("nothing", [], {});

describe("an OpenSSL configuration", () => {
  const strong = ["Groups = P-521", "SignatureAlgorithms = RSA-PSS+SHA256"];

  it("sets groups and signature algorithms for Node under its own name", async () => {
    const { groups, signatureAlgorithms } = await helloWith("nodejs_conf", strong, {});
    expect(groups).toEqual([p521]);
    expect(signatureAlgorithms).toEqual([rsaPssSha256]);
  });

  it("is for other programs under theirs, unless Node is told to share it", async () => {
    expect(await helloWith("openssl_conf", strong, {})).toMatchObject({ groups: own.groups });
    expect(await helloWith("openssl_conf", strong, {}, "--openssl-shared-config")).toMatchObject({ groups: [p521] });
  });

  it("gives way to what the program says", async () => {
    const options = { ecdhCurve: "P-384", sigalgs: "RSA-PSS+SHA512" };
    const { groups, signatureAlgorithms } = await helloWith("nodejs_conf", strong, options);
    expect(groups).toEqual([p384]);
    expect(signatureAlgorithms).toEqual([rsaPssSha512]);
  });

  it("does not set versions and suites, which Node sets itself", async () => {
    const commands = ["MinProtocol = TLSv1.3", "Ciphersuites = TLS_AES_128_GCM_SHA256", "CipherString = AES128-SHA"];
    const { versions, suites } = await helloWith("nodejs_conf", commands, {});
    expect(versions).toEqual(own.versions);
    expect(suites).toEqual(own.suites);
  });

  it("sets the security level, and with it what is left of the list", async () => {
    const { suites } = await helloWith("nodejs_conf", ["CipherString = DEFAULT@SECLEVEL=5"], {});
    expect(suites.length).toBeLessThan(own.suites.length);
  });

  it("sets options: tickets, and whether a peer may renegotiate", async () => {
    expect(await sessionWith("Options = SessionTicket")).toEqual({ ticket: true, renegotiation: "ok" });
    expect(await sessionWith("Options = -SessionTicket")).toEqual({ ticket: false, renegotiation: "ok" });
    expect(await sessionWith("Options = NoRenegotiation")).toEqual({
      ticket: true,
      renegotiation: "ERR_SSL_NO_RENEGOTIATION",
    });
  });
});
