import type { PeerCertificate } from "node:tls";
import {
  assess,
  findCipherSuite,
  type HostNameCheck,
  judgeCipherSuite,
  judgeGroup,
  judgeSignatureAlgorithm,
  negotiate,
  type Negotiation,
  type Offers,
  type Runtime,
  type Side,
  type TlsOptionValues,
} from "tls-policy";
import { optionNames, type Settings } from "tls-rules";
import type { RecordedCall } from "../run/record.js";

/** What the options of a call do on one release, on one side. */
export interface Outcome {
  readonly runtime: Runtime;
  readonly side: Side;
  readonly negotiation: Negotiation;
}

const memory = new Map<string, readonly Outcome[]>();

/** What the options of a call do on every release in range; `without` leaves some out. */
export function outcomesOf(
  call: RecordedCall,
  { runtimes }: Settings,
  without: readonly string[] = [],
): readonly Outcome[] {
  const options = optionsOf(call, without);
  return call.sides.flatMap((side) => {
    const key = `${side} ${textOfOptions(options, call)}`;
    const outcomes =
      memory.get(key) ??
      runtimes.map((runtime) => ({ runtime, side, negotiation: negotiate(options, runtime, side, call.process) }));
    if (memory.size > 5_000) memory.clear();
    memory.set(key, outcomes);
    return outcomes;
  });
}

/** What decides how a call negotiates, as text: two calls with the same do the same. */
export function negotiatedText(call: RecordedCall): string {
  return textOfOptions(optionsOf(call, []), call);
}

function textOfOptions(options: TlsOptionValues, { process }: RecordedCall): string {
  return JSON.stringify([options, process], (_key, value: unknown) => (value === undefined ? "\0undefined" : value));
}

/** A function of an object that is asked for the same objects again and again. */
function remembered<Key extends object, Answer>(answer: (key: Key) => Answer): (key: Key) => Answer {
  const answers = new WeakMap<Key, { readonly answer: Answer }>();
  return (key) => {
    let known = answers.get(key);
    if (!known) answers.set(key, (known = { answer: answer(key) }));
    return known.answer;
  };
}

function optionsOf({ options }: RecordedCall, without: readonly string[]): TlsOptionValues {
  const names = optionNames.filter((name) => name in options && !without.includes(name));
  return Object.fromEntries(
    names.map((name) => [name, name === "checkServerIdentity" ? hostNameCheck(options[name]) : options[name]]),
  );
}

const certificate = { subject: { CN: "right.example" }, subjectaltname: "DNS:right.example" } as PeerCertificate;

/** What a check does with the right name and with another one. */
function hostNameCheck(check: unknown): HostNameCheck | unknown {
  if (typeof check !== "function") return check;
  if (!check("wrong.example", certificate)) return { outcome: "accepts-all" };
  return { outcome: check("right.example", certificate) ? "refuses-all" : "default" };
}

/**
 * The verdicts on a call once what makes it fail is left out: what it would do if it worked. Where options conflict, any may be the one to go,
 * at every step; the first verdict is the one without all of them.
 */
export function withoutFailure(call: RecordedCall, outcome: Outcome, settings: Settings): readonly Outcome[] {
  const working = (current: Outcome, gone: readonly string[]): readonly Outcome[] => {
    const { negotiation } = current;
    const causes = negotiation.outcome === "offers" ? [] : negotiation.options.filter((name) => !gone.includes(name));
    const choices = causes.length > 1 ? [causes, ...causes.map((name) => [name])] : [causes];
    return causes.length === 0
      ? [current]
      : choices
          .map((names) => [...gone, ...names])
          .flatMap((names) => working(outcomeWithout(call, names, outcome, settings), names));
  };
  return working(outcome, []);
}

/** The verdict on a call without some of its options, on the same side and release. */
export function outcomeWithout(
  call: RecordedCall,
  names: readonly string[],
  { runtime, side }: Outcome,
  settings: Settings,
): Outcome {
  return outcomesOf(call, settings, names).find((outcome) => outcome.runtime === runtime && outcome.side === side)!;
}

/** What tells two live negotiations apart, as text. Versions that are asked for and out of reach do nothing. */
export const liveText = remembered((negotiation: Negotiation): string => {
  if (negotiation.outcome !== "offers") return negotiation.outcome;
  const { latentProtocolVersions: _, ...live } = negotiation;
  return JSON.stringify(live, null, 1);
});

/** Whether keys are agreed on in a group at all: without one, as with RSA's key transport, secrecy is none to lose. */
export function agreesOnGroup({ negotiation }: Outcome): boolean {
  if (negotiation.outcome !== "offers") return false;
  const { "TLSv1.3": ofTls13 = [], ...earlier } = negotiation.reachableSuites;
  const names = Object.values(earlier).flat();
  return ofTls13.length > 0 || names.some((name) => findCipherSuite(name)?.keyExchange === "ECDHE");
}

/** Who checks whom. */
export function verificationText(negotiation: Negotiation): string {
  if (negotiation.outcome !== "offers") return negotiation.outcome;
  const { verifiesPeer, verifiesHostName, requestsPeerCertificate } = negotiation;
  return JSON.stringify({ verifiesPeer, verifiesHostName, requestsPeerCertificate });
}

/** Peers that offer nothing but what is recommended, each with one version and one kind of certificate. */
export const strongPeers = (["TLSv1.2", "TLSv1.3"] as const).flatMap((version) =>
  (["RSA", "ECDSA"] as const).map((certificate) => ({ version, certificate })),
);

type StrongPeer = (typeof strongPeers)[number];

const algorithms: Readonly<Record<StrongPeer["certificate"], RegExp>> = {
  RSA: /^rsa_pss_rsae_|^rsa_pkcs1_sha(?:256|384|512)$/,
  ECDSA: /^ecdsa_secp/,
};

/** Whether a connection with a strong peer succeeds; its names and its authority are right. */
export function connects(negotiation: Negotiation, peer: StrongPeer, { policy }: Settings): boolean {
  if (negotiation.outcome !== "offers") return false;
  const suites = (negotiation.reachableSuites[peer.version] ?? []).filter((name) => fits(name, peer));
  return (
    suites.some((name) => isGood(judgeCipherSuite(policy, name).status)) && sharesTheRest(negotiation, peer, policy)
  );
}

function fits(suiteName: string, { version, certificate }: StrongPeer): boolean {
  const suite = findCipherSuite(suiteName);
  return version === "TLSv1.3" || (suite?.keyExchange === "ECDHE" && suite.authentication === certificate);
}

function sharesTheRest(offers: Offers, { certificate }: StrongPeer, policy: Settings["policy"]): boolean {
  const shared = offers.signatureAlgorithms.filter((name) => algorithms[certificate].test(name));
  return (
    offers.groups.some((name) => isGood(judgeGroup(policy, name).status)) &&
    shared.some((name) => isGood(judgeSignatureAlgorithm(policy, name).status))
  );
}

function isGood(status: string): boolean {
  return status === "recommended" || status === "allowed";
}

/** What a policy has against a negotiation, each thing as one word. Silence about a version or group that is missing weakens nobody. */
export const violationsOf = (outcome: Outcome, { policy }: Settings): readonly string[] => violations(policy)(outcome);

/** Who verifies nobody verifies no name either. */
const unverified = ["peer-verification false", "host-name-verification false"];

const violations = remembered((policy: Settings["policy"]) =>
  remembered(({ negotiation, runtime, side }: Outcome) =>
    assess(negotiation, policy, side, runtime)
      .filter(({ status }) => status !== "missing")
      .flatMap(({ subject, value }) => (subject === "peer-verification" ? unverified : [`${subject} ${value}`])),
  ),
);
