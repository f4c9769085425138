import { runtimeFor } from "tls-policy";
import { describe, expect, it } from "vitest";
import { overridesIn } from "../../src/doctor/overrides.js";
import { createMachine } from "./machine.js";

const overridesOf = (env: NodeJS.ProcessEnv, version = "20.20.2") => overridesIn(env, version, runtimeFor(version));

describe("OpenSSL's configuration", () => {
  const config = (program: string, ...commands: string[]) =>
    `${program} = init\n[init]\nssl_conf = ssl\n[ssl]\nsystem_default = tls\n[tls]\n${commands.join("\n")}\n`;
  const weak = config("nodejs_conf", "MinProtocol = TLSv1", "CipherString = DEFAULT@SECLEVEL=0");

  it("is read where OPENSSL_CONF names it", () => {
    const machine = createMachine();
    const file = machine.write("weak.cnf", weak);
    const overrides = overridesOf({ OPENSSL_CONF: file });
    expect(overrides).toMatchObject([{ source: `OPENSSL_CONF=${file}`, isWeak: true }]);
    expect(overrides[0]!.effects.slice(0, 2)).toEqual([
      "Sets `CipherString = DEFAULT@SECLEVEL=0` for every connection.",
      "Has no effect in Node, which sets these itself: `MinProtocol = TLSv1`.",
    ]);
    expect(overrides[0]!.effects[2]).toContain("sets OpenSSL's security level to 0, which allows");
  });

  it("is judged by what Node reads of it", () => {
    const machine = createMachine();
    const effectsOf = (...commands: readonly string[]) => {
      const [override] = overridesOf({ OPENSSL_CONF: machine.write("own.cnf", config("nodejs_conf", ...commands)) });
      return override!;
    };
    expect(
      effectsOf("MinProtocol = TLSv1", "Ciphersuites = TLS_AES_128_CCM_8_SHA256", "CipherString = RC4-SHA"),
    ).toEqual({
      source: expect.any(String),
      effects: [
        "Has no effect in Node, which sets these itself: `MinProtocol = TLSv1`, `Ciphersuites = TLS_AES_128_CCM_8_SHA256`, `CipherString = RC4-SHA`.",
      ],
      isWeak: false,
    });
    const weak = effectsOf("Groups = X25519:secp192r1", "SignatureAlgorithms = RSA+SHA1:RSA+SHA256");
    expect(weak.isWeak).toBe(true);
    expect(weak.effects[1]).toContain("`Groups` offers");
    expect(weak.effects[2]).toContain("`SignatureAlgorithms` offers rsa_pkcs1_sha1, which RFC 9155");
    expect(effectsOf("Groups = X25519:P-256", "SignatureAlgorithms = RSA-PSS+SHA256").isWeak).toBe(false);
  });

  it("is read where a flag names it, which wins over OPENSSL_CONF", () => {
    const machine = createMachine();
    const file = machine.write("strong.cnf", config("nodejs_conf", "CipherString = DEFAULT@SECLEVEL=2"));
    const overrides = overridesOf({
      OPENSSL_CONF: machine.write("weak.cnf", weak),
      NODE_OPTIONS: `--openssl-config=${file}`,
    });
    expect(overrides).toEqual([
      {
        source: `NODE_OPTIONS=--openssl-config=${file}`,
        effects: ["Sets `CipherString = DEFAULT@SECLEVEL=2` for every connection."],
        isWeak: false,
      },
    ]);
  });

  it("has a section of its own for Node, unless it is told to share", () => {
    const machine = createMachine();
    const OPENSSL_CONF = machine.write("system.cnf", config("openssl_conf", "CipherString = DEFAULT@SECLEVEL=2"));
    const alone = overridesOf({ OPENSSL_CONF });
    expect(alone).toEqual([
      {
        source: `OPENSSL_CONF=${OPENSSL_CONF}`,
        effects: ["Nothing in it is for Node's TLS, which reads what `nodejs_conf` leads to."],
        isWeak: false,
      },
    ]);
    const shared = overridesOf({ OPENSSL_CONF, NODE_OPTIONS: "--openssl-shared-config" });
    expect(shared[0]!.effects).toEqual(["Sets `CipherString = DEFAULT@SECLEVEL=2` for every connection."]);
  });

  it("may be missing", () => {
    const overrides = overridesOf({ OPENSSL_CONF: "/no/such/file.cnf" });
    expect(overrides).toEqual([
      {
        source: "OPENSSL_CONF=/no/such/file.cnf",
        effects: ["There is no such file, or it cannot be read: Node goes on without it."],
        isWeak: true,
      },
    ]);
  });
});

describe("NODE_EXTRA_CA_CERTS", () => {
  const certificate = "-----BEGIN CERTIFICATE-----\nMA==\n-----END CERTIFICATE-----\n";
  it.each([
    ["one certificate", certificate, "Node trusts 1 certificate of this file beside its own list.", false],
    ["two", certificate + certificate, "Node trusts 2 certificates of this file beside its own list.", false],
    ["none", "# empty\n", "The file holds no certificate in PEM form, so it adds nothing.", true],
  ])("with %s", (_name, text, effect, isWeak) => {
    const machine = createMachine();
    const file = machine.write("ca.pem", text);
    expect(overridesOf({ NODE_EXTRA_CA_CERTS: file })).toEqual([
      { source: `NODE_EXTRA_CA_CERTS=${file}`, effects: [effect], isWeak },
    ]);
  });

  it("without a file", () => {
    const overrides = overridesOf({ NODE_EXTRA_CA_CERTS: "/no/such/ca.pem", NODE_USE_SYSTEM_CA: "1" });
    expect(overrides.map(({ isWeak }) => isWeak)).toEqual([true, false]);
  });
});
