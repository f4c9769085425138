import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { connect, createSecureContext, createServer } from "node:tls";
import { describe, expect, it } from "vitest";
import { assess } from "../src/assess/assess.js";
import { type SecureContextOptions, secureContextOptions } from "../src/assess/secure-context-options.js";
import { negotiate } from "../src/negotiate/negotiate.js";
import { definePolicy } from "../src/policy/define-policy.js";
import { judgeCipherSuite } from "../src/policy/policy.js";
import { PROFILE_NAMES } from "../src/policy/profile-names.js";
import { profile } from "../src/policy/profiles.js";
import { standardPolicy, STANDARDS } from "../src/policy/standards.js";
import { runtimeFor, runtimes } from "../src/runtimes/runtimes.js";
import { cert, key } from "./fixtures/localhost.js";

describe("secureContextOptions", () => {
  it("writes only what the runtime's defaults do not do", () => {
    expect(secureContextOptions(profile("modern"), runtimeFor("24.21.0"))).toEqual({
      minVersion: "TLSv1.3",
      sigalgs: expect.not.stringContaining("SHA1") as string,
    });
    expect(secureContextOptions(profile("intermediate"), runtimeFor("24.21.0")).ciphers).toBe(
      profile("intermediate").ciphers,
    );
  });

  it("raises the security level where the runtime's default is lower", () => {
    expect(secureContextOptions(profile("intermediate"), runtimeFor("20.20.2")).ciphers).toBe(
      `${profile("intermediate").ciphers}:@SECLEVEL=2`,
    );
  });

  it("names no group that the runtime's OpenSSL lacks", () => {
    const policy = definePolicy({ name: "acme", groups: ["X25519MLKEM768", "P-384"] });
    expect(secureContextOptions(policy, runtimeFor("20.20.2")).ecdhCurve).toBe("P-384");
    expect(secureContextOptions(policy, runtimeFor("22.23.3")).ecdhCurve).toBe("X25519MLKEM768:P-384");
  });

  it("refuses rather than offer more than the policy accepts", () => {
    const policy = definePolicy({ name: "acme", groups: ["X25519MLKEM768"] });
    expect(() => secureContextOptions(policy, runtimeFor("20.20.2"))).toThrow(
      'has nothing that the policy "acme" accepts for `ecdhCurve`. Accept something that OpenSSL 3.0 has.',
    );
    expect(() => secureContextOptions(profile("modern"), runtimeFor("10.24.1"))).toThrow(
      "cannot be held to TLSv1.3 by options. Use Node 12 or newer.",
    );
  });
});

const policies = [
  ...PROFILE_NAMES.map((name) => profile(name)),
  profile("legacy", "5.7"),
  ...STANDARDS.map(({ id }) => standardPolicy(id)),
];

const reachable = runtimes.filter(({ traits }) => traits.has("hasTls13") && traits.has("hasSigalgs"));

describe("secureContextOptions under negotiate", () => {
  it.each(policies.map((policy) => [policy.title, policy] as const))(
    `of %s are clean on ${reachable.length} runtimes, as client and as server`,
    (_, policy) => {
      for (const runtime of reachable) {
        const options = secureContextOptions(policy, runtime);
        for (const side of ["client", "server"] as const) {
          const negotiation = negotiate({ ...options }, runtime, side);
          expect([runtime.name, side, negotiation.outcome, assess(negotiation, policy, side, runtime)]).toEqual([
            runtime.name,
            side,
            "offers",
            [],
          ]);
        }
      }
    },
  );
});

/** Connects a client and a server with the same options and gives what they agreed on. */
async function handshake(options: SecureContextOptions): Promise<{ protocol: string | null; cipher: string }> {
  const server = createServer({ ...options, cert, key }, (socket) => socket.end());
  await once(server.listen(0, "127.0.0.1"), "listening");
  const client = connect({
    ...options,
    ca: cert,
    port: (server.address() as AddressInfo).port,
    host: "127.0.0.1",
    servername: "localhost",
  });
  try {
    await once(client, "secureConnect");
    return { protocol: client.getProtocol(), cipher: client.getCipher().name };
  } finally {
    client.destroy();
    server.close();
  }
}

describe("secureContextOptions on this very Node", () => {
  const host = runtimeFor(process.versions.node);

  it.each(policies.map((policy) => [policy.title, policy] as const))(
    "of %s make a context and a handshake",
    async (_, policy) => {
      const options = secureContextOptions(policy, host);
      expect(() => createSecureContext(options)).not.toThrow();
      const agreed = await handshake(options);
      expect(agreed.protocol).toBe("TLSv1.3");
      expect(judgeCipherSuite(policy, agreed.cipher).status).toBe("recommended");
    },
  );

  it.each(
    policies
      .filter(({ minVersion }) => minVersion.value === "TLSv1.2")
      .map((policy) => [policy.title, policy] as const),
  )("of %s agree on TLS 1.2 with a peer that has no newer one", async (_, policy) => {
    const agreed = await handshake({ ...secureContextOptions(policy, host), maxVersion: "TLSv1.2" });
    expect(agreed.protocol).toBe("TLSv1.2");
    expect(judgeCipherSuite(policy, agreed.cipher).status).toBe("recommended");
  });
});
