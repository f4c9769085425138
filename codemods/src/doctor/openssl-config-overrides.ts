import { analyzeSettings, type Settings } from "tls-rules";
import type { OpenSslCommand } from "tls-rules/other-files";
import { readNamedText } from "../files/text.js";
import { type ConfigEntry, readConfigEntries, systemDefaultSections } from "../other-files/openssl-config.js";
import type { Override } from "./overrides.js";

/** Where Node's own builds look without being told (`OPENSSLDIR` in deps/openssl/openssl_common.gypi of Node's source). */
const defaultFiles: Readonly<Record<string, string>> = {
  darwin: "/System/Library/OpenSSL/openssl.cnf",
  win32: "C:\\Program Files\\Common Files\\SSL\\openssl.cnf",
};
const defaultFile = defaultFiles[process.platform] ?? "/etc/ssl/openssl.cnf";

/** By major, the first minor that reads the section which `nodejs_conf` names instead of the one of `openssl_conf`. Found by running the published binaries. */
const readsOwnSection: ReadonlyMap<number, number> = new Map([
  [14, 20],
  [16, 16],
  [18, 17],
  [20, 3],
]);

function sectionName(version: string, flags: readonly string[]): "nodejs_conf" | "openssl_conf" {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const isOwn = major > 20 || minor >= (readsOwnSection.get(major) ?? Infinity);
  return isOwn && !flags.includes("--openssl-shared-config") ? "nodejs_conf" : "openssl_conf";
}

/** What the OpenSSL configuration that a Node reads sets for it. @param flags those of NODE_OPTIONS. */
export function openSslConfigOverrides(
  env: NodeJS.ProcessEnv,
  flags: readonly string[],
  version: string,
  settings: Settings,
): readonly Override[] {
  const named =
    configNamedBy(flags) ??
    (env["OPENSSL_CONF"] ? { file: env["OPENSSL_CONF"], source: `OPENSSL_CONF=${env["OPENSSL_CONF"]}` } : undefined);
  const text = textOf(named?.file ?? defaultFile);
  const program = sectionName(version, flags);
  if (text === undefined)
    return named
      ? [
          {
            source: named.source,
            effects: ["There is no such file, or it cannot be read: Node goes on without it."],
            isWeak: true,
          },
        ]
      : [];
  const entries = entriesInForce(text, program);
  if (entries.length > 0) return [{ source: named?.source ?? defaultFile, ...judged(entries, settings) }];
  return named
    ? [
        {
          source: named.source,
          effects: [`Nothing in it is for Node's TLS, which reads what \`${program}\` leads to.`],
          isWeak: false,
        },
      ]
    : [];
}

function configNamedBy(flags: readonly string[]): { readonly file: string; readonly source: string } | undefined {
  const index = flags.findLastIndex((flag) => /^--openssl[-_]config(=|$)/.test(flag));
  if (index === -1) return;
  const [, own] = /^[^=]*=(.*)$/.exec(flags[index]!) ?? [];
  const file = own ?? flags[index + 1] ?? "";
  return { file, source: `NODE_OPTIONS=--openssl-config=${file}` };
}

function textOf(file: string): string | undefined {
  try {
    return readNamedText(file);
  } catch {
    return;
  }
}

function entriesInForce(text: string, program: string): readonly ConfigEntry[] {
  const entries = readConfigEntries(text);
  const sections = systemDefaultSections(entries, new RegExp(`^${program}$`));
  return entries.filter(({ section }) => sections.has(section));
}

/** What Node sets in every context itself, so that a file comes to nothing (measured on Node 12 to 26). */
const setsItself = /^(?:min|max)protocol$|^ciphersuites$/i;

/** Of a list of suites the security level alone counts. */
const counts = ({ name, value }: ConfigEntry) =>
  /^cipherstring$/i.test(name) ? value.text.includes("@SECLEVEL=") : !setsItself.test(name);

/** What is said of suites is for other programs. */
const isOfSuites = new Set(["prohibited", "deprecated"]);

function judged(entries: readonly ConfigEntry[], settings: Settings): Pick<Override, "effects" | "isWeak"> {
  const [read, inert] = [entries.filter(counts), entries.filter((entry) => !counts(entry))];
  const findings = analyzeSettings({ path: "", text: "" }, read.map(toCommand), settings).filter(
    ({ messageId }) => !isOfSuites.has(messageId),
  );
  const said = [
    ...(read.length > 0 ? [`Sets ${listed(read)} for every connection.`] : []),
    ...(inert.length > 0 ? [`Has no effect in Node, which sets these itself: ${listed(inert)}.`] : []),
  ];
  return { effects: [...said, ...findings.map(({ message }) => message)], isWeak: findings.length > 0 };
}

function listed(entries: readonly ConfigEntry[]): string {
  return entries.map(({ name, value }) => `\`${name} = ${value.text}\``).join(", ");
}

function toCommand({ name, value, range }: ConfigEntry): OpenSslCommand {
  return { kind: "openssl-command", name, value, range, removal: undefined, certainty: "proven", guard: undefined };
}
