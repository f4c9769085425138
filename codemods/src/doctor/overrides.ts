import { DEFAULT_PROFILE, profile, type Runtime } from "tls-policy";
import { analyzeSettings, type Settings } from "tls-rules";
import {
  commandLineOf,
  type EnvironmentVariable,
  optionsVariable,
  SourceText,
  verificationVariable,
} from "tls-rules/other-files";
import { authorityOverrides } from "./authority-overrides.js";
import { openSslConfigOverrides } from "./openssl-config-overrides.js";

/** Something outside the code that changes what Node's TLS does by default. */
export interface Override {
  /** As it would be written: `NODE_OPTIONS=--tls-min-v1.0`. */
  readonly source: string;
  /** What it does, as sentences. */
  readonly effects: readonly string[];
  /** Whether it weakens TLS, or does not do what was meant. */
  readonly isWeak: boolean;
}

/** What of an environment changes TLS in a Node release. */
export function overridesIn(env: NodeJS.ProcessEnv, version: string, runtime: Runtime): readonly Override[] {
  const flags = nodeOptionsOf(env);
  const settings: Settings = {
    policy: profile(DEFAULT_PROFILE),
    runtimes: [runtime],
    pythons: [],
    libssl: [],
    certainty: "likely",
    level: "note",
  };
  return [
    ...variableOverrides(env, settings),
    ...flags.flatMap(neutralOverride),
    ...openSslConfigOverrides(env, flags, version, settings),
    ...authorityOverrides(env),
  ];
}

/** The flags in NODE_OPTIONS, as Node splits them. */
export function nodeOptionsOf(env: NodeJS.ProcessEnv): readonly string[] {
  return commandLineOf(variable(optionsVariable, env[optionsVariable] ?? "")).words.map(({ value }) => value.text);
}

function variable(name: string, text: string): EnvironmentVariable {
  const range = [0, text.length] as const;
  return {
    kind: "variable",
    name,
    value: SourceText.verbatim(text, range),
    range,
    removal: undefined,
    certainty: "proven",
    guard: undefined,
  };
}

function variableOverrides(env: NodeJS.ProcessEnv, settings: Settings): readonly Override[] {
  return [verificationVariable, optionsVariable].flatMap((name) => {
    const text = env[name];
    if (text === undefined) return [];
    const findings = analyzeSettings({ path: "", text: "" }, [variable(name, text)], settings);
    const written = new Set(findings.map(({ range }) => text.slice(...range)));
    return [...written].map((part) => ({
      source: `${name}=${part}`,
      effects: findings.filter(({ range }) => text.slice(...range) === part).map(({ message }) => message),
      isWeak: true,
    }));
  });
}

const neutralFlags: ReadonlyMap<string, string> = new Map([
  ["--tls-min-v1.2", "Connections begin at TLSv1.2, as they do by default."],
  ["--tls-min-v1.3", "Connections begin at TLSv1.3."],
  [
    "--use-openssl-ca",
    "Node trusts the authorities of OpenSSL's store (SSL_CERT_FILE, SSL_CERT_DIR) instead of its own list.",
  ],
  ["--use-system-ca", "Node trusts the system's authorities beside its own list."],
  ["--enable-fips", "Node offers what FIPS 140 approves."],
  ["--force-fips", "Node offers what FIPS 140 approves."],
]);

function neutralOverride(flag: string): readonly Override[] {
  const effect = neutralFlags.get(flag.replaceAll("_", "-"));
  return effect === undefined ? [] : [{ source: `${optionsVariable}=${flag}`, effects: [effect], isWeak: false }];
}
