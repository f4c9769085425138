/** What findings say of a program, as answers to the questions that the peers can be asked. */

const rulesOf = {
  anyCertificate: [
    /^no-disabled-certificate-verification\//,
    /^no-insecure-client-default\/(certificate|unsaid)$/,
    /^no-process-wide-verification-opt-out\//,
  ],
  anyHost: [/^no-disabled-hostname-verification\//, /^no-insecure-client-default\/(hostName|neverChecked)$/],
  oldVersions: [
    /^no-deprecated-protocol-version\/(allows|caps)$/,
    /^no-legacy-secure-protocol\/(deprecated|lowersFloor)$/,
  ],
  weakSuites: [/^no-weak-cipher-suite\//],
  plaintext: [/^no-plaintext-connection\/none$/],
  throws: [/^no-invalid-tls-options\//, /^no-legacy-secure-protocol\/(historic|unknownMethod)$/],
  inert: [/^no-ineffective-tls-options\//],
  undecided: [/\/(undecided|tooMuch)$/],
};

// what concerns this machine alone is a note, and claims what it says all the same
const saysSo = (claim, id) => claim === "undecided" || claim === "inert" || id.endsWith("/ownMachine");

/** @returns what the findings claim: a set of the words above. A note claims nothing but that something is undecided, or has no effect. */
export function claimsOf(findings) {
  const claims = new Set();
  for (const { rule, messageId, level } of findings) {
    const id = `${rule}/${messageId}`;
    for (const [claim, patterns] of Object.entries(rulesOf)) {
      const isSaid = level !== "note" || saysSo(claim, id);
      if (isSaid && patterns.some((pattern) => pattern.test(id))) claims.add(claim);
    }
  }
  if (claims.has("anyCertificate")) claims.add("anyHost");
  return claims;
}

const questions = {
  anyCertificate: "unknownAuthority",
  anyHost: "otherHost",
  oldVersions: "oldVersions",
  weakSuites: "weakSuites",
};

// the peer of weak suites speaks some, and a program may be told of others
const isAsked = (question, text) => question !== "weakSuites" || text.includes("CAMELLIA");

/** What the peers saw, in a form that compares. */
export const outcomesOf = ({ peers }) =>
  Object.values(peers)
    .map(({ outcome }) => outcome)
    .join(" ");

// whoever was not accepted was refused, in whatever way
const acceptedOf = (observed) => outcomesOf(observed).replaceAll("nothing", "refused");

/**
 * Where findings and peers disagree: `silent`, accepted or failing and not told; `false`, told and not so; `dead`, told of no option that has no effect.
 * @param observed what the program's peers saw; `plain` what those of the program saw that says nothing
 */
export function compare({ text, findings, observed, plain, unmended, isWeak, isOfOddType, judges }) {
  const claims = claimsOf(findings);
  const { good } = observed.peers;
  const differences = [];
  const differ = (kind, question) => differences.push(`${kind}: ${question}`);
  const isPlaintext = good.outcome === "plaintext";
  // no TLS by default is what a client documents
  if (isPlaintext && plain === undefined && !claims.has("plaintext")) return differences;
  if (isPlaintext !== claims.has("plaintext")) differ(isPlaintext ? "silent" : "false", "plaintext");
  if (isPlaintext) return differences;
  const fails = good.outcome !== "in";
  if (fails && unmended?.peers.good.outcome === "in") differ("mended", "connects no more");
  if (fails) {
    // a client's own complaint about the type of a value is its own to tell
    if (!claims.has("throws") && !isOfOddType && plain && plain.peers.good.outcome === "in") differ("silent", "fails");
    return differences;
  }
  if (claims.has("throws")) differ("false", "fails");
  if (claims.has("undecided")) return differences;
  for (const [question, peer] of Object.entries(questions)) {
    if (judges && !judges.includes(question)) continue;
    const isAccepted = observed.peers[peer].outcome === "in";
    if (isAccepted && !claims.has(question)) differ("silent", question);
    if (!isAccepted && claims.has(question) && isAsked(question, text)) differ("false", question);
  }
  const isSame = plain !== undefined && acceptedOf(plain) === acceptedOf(observed);
  if (claims.has("inert") && claims.size === 1 && !unmended && plain !== undefined && !isSame)
    differ("false", "no effect");
  if (isWeak && isSame && !unmended && findings.length === 0) differ("dead", "no effect and nothing said");
  return differences;
}
