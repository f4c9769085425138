import { expandNodeCiphers, type NodeCiphersExpansion } from "../cipher-list/node-ciphers.js";
import { findCipherSuite } from "../parameters/cipher-suites.js";
import { findGroup } from "../parameters/groups.js";
import {
  compareProtocolVersions,
  isProtocolVersion,
  PROTOCOL_VERSIONS,
  protocolVersionFacts,
} from "../parameters/protocol-versions.js";
import { findSignatureAlgorithm } from "../parameters/signature-algorithms.js";
import type { Judgement } from "../parameters/status.js";
import type { OpenSslLine } from "../runtimes/openssl-line.js";
import { guidelines } from "./guidelines.js";
import type { PolicyProblem } from "./policy-error.js";
import { PROFILE_NAMES } from "./profile-names.js";

/** The OpenSSL lines that Node bundles: a policy has to mean the same on all of them. */
export const nodeOpensslLines: readonly OpenSslLine[] = ["1.1.1", "3.0", "3.5"];

/** What `ciphers` selects on one line, TLS 1.3 included. */
export function readCiphers(ciphers: string, openssl: OpenSslLine): ReturnType<typeof expandNodeCiphers> {
  return expandNodeCiphers(ciphers, { openssl, sendsExclusionsToCiphersuites: true });
}

type Check = (value: unknown, path: string) => readonly PolicyProblem[];

const show = (value: unknown) => `\`${typeof value === "string" ? value : JSON.stringify(value)}\``;
const listed = (values: readonly unknown[]) => values.map(show).join(", ");
const problem = (path: string, message: string): readonly PolicyProblem[] => [{ path, message }];

const isText = (value: unknown): value is string => typeof value === "string" && value.trim() !== "";

const text: Check = (value, path) => (isText(value) ? [] : problem(path, "Write a string that is not empty."));

const oneOf =
  (values: readonly string[]): Check =>
  (value, path) =>
    values.includes(value as string) ? [] : problem(path, `${show(value)} is not known. Use one of ${listed(values)}.`);

const integer =
  (min: number, max: number, remedy: string): Check =>
  (value, path) =>
    Number.isInteger(value) && (value as number) >= min && (value as number) <= max
      ? []
      : problem(path, `${show(value)} is not an integer from ${min} to ${max}. ${remedy}`);

const protocolVersion: Check = (value, path) => {
  if (!isProtocolVersion(value))
    return problem(
      path,
      `${show(value)} is not a protocol version of Node. Use one of ${listed(PROTOCOL_VERSIONS.map(({ name }) => name))}.`,
    );
  const { status, reference } = protocolVersionFacts(value);
  return status === "prohibited"
    ? problem(
        path,
        `${reference} prohibits ${show(value)}. Use \`TLSv1.2\` or \`TLSv1.3\`, and suppress the finding at a site that cannot follow.`,
      )
    : [];
};

function names(kind: string, find: (name: string) => Judgement | undefined): Check {
  const checkName: Check = (name, path) => {
    const found = typeof name === "string" ? find(name) : undefined;
    if (!found) return problem(path, `${show(name)} is not a ${kind} that OpenSSL 3.5 knows.`);
    return found.status === "prohibited" ? problem(path, `${found.reference} prohibits ${show(name)}. Remove it.`) : [];
  };
  return (value, path) => {
    if (!Array.isArray(value) || value.length === 0) return problem(path, `Write an array with at least one ${kind}.`);
    const repeated = value.flatMap((name, index) =>
      value.indexOf(name) === index
        ? []
        : problem(`${path}[${index}]`, `${show(name)} stands here a second time. Remove it.`),
    );
    return [...value.flatMap((name, index) => checkName(name, `${path}[${index}]`)), ...repeated];
  };
}

const cannotBeAccepted = new Set(["null-encryption", "anonymous", "rc4", "short-key"]);

function checkSuites({ suites }: NodeCiphersExpansion, path: string): readonly PolicyProblem[] {
  return suites.flatMap(({ ianaName, opensslName, weaknesses }) => {
    const worst = weaknesses.find(({ name }) => cannotBeAccepted.has(name));
    return worst
      ? problem(
          path,
          `It selects ${show(opensslName ?? ianaName)}, which means ${worst.description} (${worst.reference}). Remove it.`,
        )
      : [];
  });
}

function checkWords(
  { ignored, ignoredCiphersuites, split }: NodeCiphersExpansion,
  openssl: OpenSslLine,
  path: string,
): readonly PolicyProblem[] {
  const misplaced = split.ciphersuites.split(":").filter((name) => name.startsWith("!"));
  const unknown = [
    ...ignored.filter(({ operator }) => operator === "" || operator === "+").map((item) => item.text),
    ...ignoredCiphersuites.filter((name) => !misplaced.includes(name)),
  ];
  return [
    ...unknown.flatMap((word) =>
      problem(
        path,
        `OpenSSL ${openssl} does not know ${show(word)} and ignores it. Write the OpenSSL name of a suite, or a keyword of every line.`,
      ),
    ),
    ...misplaced.flatMap((word) =>
      problem(path, `${show(word)} cannot remove a TLS 1.3 suite. List the wanted ones instead.`),
    ),
  ];
}

/** Node sends IANA names to the TLS 1.3 list, where those of TLS 1.2 suites keep TLS 1.3 from having a suite of its own. */
function checkIanaNames({ split }: NodeCiphersExpansion, path: string): readonly PolicyProblem[] {
  return split.ciphersuites.split(":").flatMap((name) => {
    const suite = findCipherSuite(name);
    return suite?.opensslName && suite.opensslName !== name
      ? problem(path, `${show(name)} is the IANA name of a TLS 1.2 suite. Write ${show(suite.opensslName)}.`)
      : [];
  });
}

function checkCiphersOn(openssl: OpenSslLine, ciphers: string, path: string): readonly PolicyProblem[] {
  const read = readCiphers(ciphers, openssl);
  if (read.error) return problem(path, `Node on OpenSSL ${openssl} throws ${read.code} for it.`);
  const level =
    read.securityLevel === undefined
      ? []
      : problem(path, "`@SECLEVEL` does not belong here. Set `minSecurityLevel` instead.");
  return [...level, ...checkIanaNames(read, path), ...checkWords(read, openssl, path), ...checkSuites(read, path)];
}

const ciphers: Check = (value, path) => {
  if (!isText(value)) return problem(path, "Write a string as for Node's `ciphers`.");
  const problems = nodeOpensslLines.flatMap((openssl) => checkCiphersOn(openssl, value, path));
  return [...new Map(problems.map((found) => [found.message, found])).values()];
};

/** Every property of a definition with its check. */
export const policyChecks = {
  $schema: text,
  name: text,
  reference: text,
  extends: oneOf(PROFILE_NAMES),
  guideline: oneOf(guidelines.map(({ version }) => version)),
  minVersion: protocolVersion,
  maxVersion: protocolVersion,
  ciphers,
  groups: names("group", (name) => findGroup(name, "3.5")),
  signatureAlgorithms: names("signature algorithm", (name) => findSignatureAlgorithm(name, "3.5")),
  minSecurityLevel: integer(1, 5, "Level 0 allows suites without encryption or authentication."),
  minDHSize: integer(2048, 16384, "RFC 9325, section 4.5, asks for 2048 bits or more."),
} as const satisfies Readonly<Record<string, Check>>;

function checkProperty(name: string, value: unknown): readonly PolicyProblem[] {
  const path = `$.${name}`;
  const check = Object.hasOwn(policyChecks, name) ? policyChecks[name as keyof typeof policyChecks] : undefined;
  if (check) return check(value, path);
  const meant = Object.keys(policyChecks).find((known) => known.toLowerCase() === name.toLowerCase());
  return problem(
    path,
    meant
      ? `The property is spelt \`${meant}\`.`
      : `There is no such property. Use one of ${listed(Object.keys(policyChecks))}.`,
  );
}

function checkBounds({ minVersion, maxVersion }: Readonly<Record<string, unknown>>): readonly PolicyProblem[] {
  if (
    !isProtocolVersion(minVersion) ||
    !isProtocolVersion(maxVersion) ||
    compareProtocolVersions(minVersion, maxVersion) <= 0
  )
    return [];
  return problem(
    "$.maxVersion",
    `${show(maxVersion)} is older than \`minVersion\` ${show(minVersion)}, so that no version is left. Raise or remove it.`,
  );
}

function checkGuideline({ extends: base, guideline }: Readonly<Record<string, unknown>>): readonly PolicyProblem[] {
  const edition = guidelines.find(({ version }) => version === guideline);
  if (base !== "legacy" || !edition || edition.profiles.old) return [];
  const last = guidelines.findLast(({ profiles }) => profiles.old)!.version;
  return problem(
    "$.guideline",
    `${edition.title} has no profile for legacy clients. Use ${show(last)}, or extend another profile.`,
  );
}

/** Every problem of a definition; none means that it can be used. */
export function checkPolicyDefinition(definition: unknown): readonly PolicyProblem[] {
  if (typeof definition !== "object" || definition === null || Array.isArray(definition))
    return problem("$", "Write an object.");
  const properties = definition as Readonly<Record<string, unknown>>;
  const missing = Object.hasOwn(properties, "name")
    ? []
    : problem("$.name", "The property is missing. Name the policy, so that messages can cite it.");
  return [
    ...missing,
    ...Object.entries(properties).flatMap(([name, value]) => checkProperty(name, value)),
    ...checkBounds(properties),
    ...checkGuideline(properties),
  ];
}
