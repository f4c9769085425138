import type { ProtocolVersion } from "../../parameters/protocol-versions.js";
import type { Runtime } from "../../runtimes/runtimes.js";
import type { ProcessSettings } from "../negotiation.js";

/** The process-wide values that options are completed from; `unknown` because a program can assign anything to `tls.DEFAULT_*`. */
export interface ProcessDefaults {
  readonly minVersion: unknown;
  readonly maxVersion: unknown;
  readonly ciphers: unknown;
  readonly ecdhCurve: unknown;
  /** NODE_TLS_REJECT_UNAUTHORIZED is exactly `0`. */
  readonly allowsUnauthorized: boolean;
  /** Why Node does not start with these flags. */
  readonly refusal: string | undefined;
}

interface Flags {
  readonly has: (name: string) => boolean;
  readonly cipherList: string | undefined;
}

const cipherListFlag = "--tls-cipher-list";

// Node reads `_` as `-` in the names of its flags, and `--no-` as off; of repeated flags the last one counts.
function readFlags(words: readonly string[]): Flags {
  const on = new Set<string>();
  let cipherList: string | undefined;
  words.forEach((word, index) => {
    const [flag = ""] = word.split("=", 1);
    const name = flag.replaceAll("_", "-");
    if (name === cipherListFlag) cipherList = flag === word ? words[index + 1] : word.slice(flag.length + 1);
    else if (name.startsWith("--no-tls-")) on.delete(name.replace("--no-", "--"));
    else if (name.startsWith("--tls-")) on.add(name);
  });
  return { has: (name) => on.has(name), cipherList };
}

const minFlags: readonly (readonly [flag: string, version: ProtocolVersion])[] = [
  ["--tls-min-v1.0", "TLSv1"],
  ["--tls-min-v1.1", "TLSv1.1"],
  ["--tls-min-v1.2", "TLSv1.2"],
  ["--tls-min-v1.3", "TLSv1.3"],
];
const maxFlags: readonly (readonly [flag: string, version: ProtocolVersion])[] = [
  ["--tls-max-v1.3", "TLSv1.3"],
  ["--tls-max-v1.2", "TLSv1.2"],
];

function firstSet(table: typeof minFlags, flags: Flags): ProtocolVersion | undefined {
  return table.find(([flag]) => flags.has(flag))?.[1];
}

function refusalOf(flags: Flags): string | undefined {
  if (flags.has("--tls-min-v1.3") && flags.has("--tls-max-v1.2"))
    return "either `--tls-min-v1.3` or `--tls-max-v1.2` can be used, not both";
  return flags.cipherList === "" ? "`--tls-cipher-list=` requires an argument" : undefined;
}

const isGiven = (settings: object | undefined, name: string) => settings !== undefined && name in settings;

/**
 * What `tls.DEFAULT_*` and the environment amount to once a process runs: a flag sets the initial value, an assignment replaces it.
 * Of several `--tls-min-v*` the lowest counts, of several `--tls-max-v*` the highest (lib/tls.js of Node 12 to 26).
 */
export function processDefaults(runtime: Runtime, process: ProcessSettings = {}): ProcessDefaults {
  const flags = readFlags(process.flags ?? []);
  const assigned = process.defaults;
  const pick = (name: keyof NonNullable<typeof assigned>, initial: unknown) =>
    isGiven(assigned, name) ? assigned![name] : initial;
  return {
    minVersion: pick("DEFAULT_MIN_VERSION", firstSet(minFlags, flags) ?? runtime.defaultMinVersion),
    maxVersion: pick("DEFAULT_MAX_VERSION", firstSet(maxFlags, flags) ?? runtime.defaultMaxVersion),
    ciphers: pick("DEFAULT_CIPHERS", flags.cipherList ?? runtime.defaultCiphers),
    ecdhCurve: pick("DEFAULT_ECDH_CURVE", runtime.defaultEcdhCurve),
    allowsUnauthorized: process.env?.NODE_TLS_REJECT_UNAUTHORIZED === "0",
    refusal: refusalOf(flags),
  };
}
