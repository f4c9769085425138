import { readFile } from "node:fs/promises";
import { withGeneratedPart } from "./generated-part.js";

const root = new URL("../../", import.meta.url);

/**
 * The guides whose tables and lists come from the policy's and the rules' own data.
 * @returns {Promise<Map<string, string>>} text by path from the repository root; nothing is written.
 */
export async function generateGuides() {
  const policy = await import(new URL("packages/policy/dist/index.js", root).href);
  const { fileKinds } = await import(new URL("packages/rules/dist/other-files/candidates.js", root).href);
  return new Map([
    await guide("docs/guides/profiles.md", { profiles: profileTable(policy) }),
    await guide("codemods/README.md", { "file kinds": fileKindTable(fileKinds) }),
    await guide("docs/guides/openssl.md", {
      "node-releases": nodeTable(policy),
      "openssl-releases": opensslTable(policy),
      caveat: `> ${policy.VENDOR_BACKPORT_CAVEAT}`,
    }),
  ]);
}

function fileKindTable(fileKinds) {
  const rows = fileKinds.map(
    ({ title, reads = "variables", mends = "the line, or the value" }) => `| ${title} | ${reads} | ${mends} |`,
  );
  return ["| files | what is read | what an edit takes out, or writes anew |", "| --- | --- | --- |", ...rows].join(
    "\n",
  );
}

async function guide(path, parts) {
  const text = await readFile(new URL(path, root), "utf8");
  return [
    path,
    Object.entries(parts).reduce((result, [name, content]) => withGeneratedPart(path, result, name, content), text),
  ];
}

const table = (head, rows) =>
  [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
const code = (text) => `\`${text}\``;
const list = (names) => (names.length > 0 ? names.map(code).join("<br>") : "none");

function profileTable({ profile, DEFAULT_PROFILE, PROFILE_NAMES }) {
  const profiles = PROFILE_NAMES.map((name) => profile(name));
  const row = (title, show) => [title, ...profiles.map(show)];
  return table(
    ["", ...PROFILE_NAMES.map((name) => (name === DEFAULT_PROFILE ? `${code(name)}, the default` : code(name)))],
    [
      row("comes from", ({ title }) => title),
      row("lowest version", ({ minVersion }) => code(minVersion.value)),
      row("suites of TLS 1.3", ({ ciphersuites }) => list(ciphersuites.accepted)),
      row("suites of TLS 1.2", ({ cipherSuites }) => list(cipherSuites.accepted)),
      row("groups, best first", ({ groups }) => list(groups.accepted)),
      row("lowest security level that a program may ask for", ({ minSecurityLevel }) => String(minSecurityLevel.value)),
      row("smallest Diffie-Hellman modulus", ({ minDHSize }) => `${minDHSize.value} bits`),
    ],
  );
}

/** Releases that follow each other and have the same defaults make one row. */
function nodeTable({ runtimes, describeRuntimes }) {
  const groups = new Map();
  for (const runtime of runtimes) {
    const { openssl, isApproximate, defaultMinVersion, defaultMaxVersion, defaultSecurityLevel, endOfLife, major } =
      runtime;
    const cells = [
      isApproximate ? "older than 1.1.1" : openssl,
      code(defaultMinVersion),
      code(defaultMaxVersion),
      isApproximate ? "–" : String(defaultSecurityLevel),
      endOfLife ?? "not set",
    ];
    const key = JSON.stringify([major, cells]);
    groups.set(key, { cells, runtimes: [...(groups.get(key)?.runtimes ?? []), runtime] });
  }
  const rows = [...groups.values()].map(({ cells, runtimes: same }) => [
    describeRuntimes(same).replace("Node ", ""),
    ...cells,
  ]);
  return table(
    ["Node", "OpenSSL", "default minimum", "default maximum", "default security level", "end of life"],
    rows,
  );
}

function opensslTable({ OPENSSL_RELEASES }) {
  const rows = OPENSSL_RELEASES.map(({ line, released, endOfLife, isLongTermSupport, protocolVersions, changes }) => [
    isLongTermSupport ? `${line} (long-term support)` : line,
    released,
    endOfLife,
    `${code(protocolVersions[0])} to ${code(protocolVersions.at(-1))}`,
    changes.join(" "),
  ]);
  return table(["OpenSSL", "released", "end of life", "protocol versions", "what changed for TLS"], rows);
}
