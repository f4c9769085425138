import { createRequire } from "node:module";
import { negotiate, runtimeFor } from "tls-policy";
import { certificatesFor } from "./certificate-fit.js";
import { sharedCertificates } from "./certificates.js";
import { ChildNode } from "./child-node.js";
import { compareConnection, compareHello, isTelling } from "./client-expectations.js";
import { PEERS, ReferenceServers } from "./reference-servers.js";
import { compareAdmission, compareAnswer, helloFor, serverProbes } from "./server-expectations.js";

const { describeOptions } = createRequire(import.meta.url)("./values.cjs");

const WRONG_NAME = "other.example";

const PLAIN_OPTIONS = ["requestCert", "rejectUnauthorized", "honorCipherOrder", "minVersion", "maxVersion"];

/** Whether any client of the same release can talk to the server, so that only client certificates decide. */
function isPlainServer(options, { flags, defaults }) {
  return (
    flags.length === 0 &&
    Object.keys(defaults).length === 0 &&
    Object.keys(options).every((name) => PLAIN_OPTIONS.includes(name))
  );
}

function describeSettings({ flags, defaults, env }) {
  return {
    flags,
    defaults: describeOptions(defaults),
    ...(env !== undefined && { env: { NODE_TLS_REJECT_UNAUTHORIZED: env } }),
  };
}

/** Compares verdicts with one Node release. `comparisons` counts the questions that release answered. */
export class Examiner {
  comparisons = 0;
  #executable;
  #runtime;
  #certificates = sharedCertificates();
  #servers = new ReferenceServers(this.#certificates);
  #children = new Map();

  /**
   * @param {string} executable path of the binary
   * @param {string} version its release number
   */
  constructor(executable, version) {
    this.#executable = executable;
    this.#runtime = runtimeFor(version);
  }

  /** The differences between the verdict on an option set and what the release does with it. */
  async examine({ side, options, settings: anySettings, dice }) {
    const settings = { ...anySettings, flags: anySettings.flags.filter((flag) => this.#hasFlag(flag)) };
    const described = describeOptions(options);
    const verdict = {
      ...negotiate(described, this.#runtime, side, describeSettings(settings)),
      runtime: this.#runtime,
    };
    const ask = (question) => this.#ask(settings, { options, ...question });
    if (side === "client") return this.#examineClient(verdict, ask, dice);
    return this.#examineServer(verdict, ask, dice, isPlainServer(options, settings));
  }

  /** Node 10 knows no flag about TLS 1.3 and does not start with one. */
  #hasFlag(flag) {
    return this.#runtime.traits.has("hasTls13") || !flag.endsWith("-v1.3");
  }

  async #ask({ flags, defaults, env }, question) {
    const key = flags.join(" ");
    if (!this.#children.has(key)) this.#children.set(key, new ChildNode(this.#executable, flags));
    this.comparisons++;
    return this.#children.get(key).ask({ settings: { defaults, env }, ...question });
  }

  async #examineClient(verdict, ask, dice) {
    const differences = compareHello(verdict, await ask({ type: "hello" }));
    const peer = PEERS[dice[0] % PEERS.length];
    const isLocal = verdict.outcome === "throws" || verdict.code !== undefined;
    if (differences.length > 0 || isLocal || !isTelling(verdict, peer)) return differences;
    const trust = { isTrusted: dice[1] % 4 > 0, hasRightName: dice[2] % 4 > 0 };
    const observed = await ask({
      type: "connect",
      port: await this.#servers.port(peer),
      servername: trust.hasRightName ? "localhost" : WRONG_NAME,
      ...(trust.isTrusted && { ca: this.#certificates.authority }),
    });
    return compareConnection(verdict, peer, trust, observed);
  }

  async #examineServer(verdict, ask, dice, isPlain) {
    const certificates = certificatesFor(verdict);
    const probes = serverProbes(verdict, certificates, dice);
    const observed = await ask({
      type: "serve",
      keys: certificates.map((name) => this.#certificates[name].key),
      certificates: certificates.map((name) => this.#certificates[name].certificate),
      hellos: probes.map(helloFor),
    });
    if (verdict.outcome === "throws" || observed.throws) return compareThrow(verdict, observed);
    this.comparisons += probes.length - 1;
    const differences = probes.flatMap((probe, index) =>
      compareAnswer(verdict, probe, certificates, observed.answers[index]),
    );
    return isPlain ? [...differences, ...(await this.#examineAdmission(verdict, ask))] : differences;
  }

  /** A whole handshake with a client that has no certificate. */
  async #examineAdmission(verdict, ask) {
    if (verdict.outcome !== "offers") return [];
    const { key, certificate } = this.#certificates.RSA;
    return compareAdmission(
      verdict,
      await ask({
        type: "admit",
        keys: [key],
        certificates: [certificate],
        client: { minVersion: "TLSv1", ciphers: "TLS_AES_256_GCM_SHA384:ALL:@SECLEVEL=0" },
      }),
    );
  }

  async close() {
    for (const child of this.#children.values()) child.close();
    await this.#servers.close();
  }
}

function compareThrow(verdict, { throws }) {
  const code = throws?.code ?? undefined;
  if (verdict.outcome === "throws" && throws && code === verdict.code) return [];
  return [
    { what: "outcome", expected: `${verdict.outcome} ${verdict.code ?? ""}`, observed: throws ?? "does not throw" },
  ];
}
