import {
  DEFAULT_PROFILE,
  definePolicy,
  type LibsslRuntime,
  libsslRuntimesIn,
  type Policy,
  type PolicyDefinition,
  profile,
  PROFILE_NAMES,
  type ProfileName,
  type PythonRuntime,
  pythonRuntimesIn,
  type Runtime,
  runtimesIn,
} from "tls-policy";
import { certainties, type Certainty, type Level, levels } from "./finding.js";
import { defaultNodeRange } from "./node-releases/declared-node.js";

/** What findings are judged by; the same object may serve any number of files. */
export interface Settings {
  readonly policy: Policy;
  /** The Node releases that will run the code. */
  readonly runtimes: readonly Runtime[];
  /** The Pythons that will run the repository's Python. */
  readonly pythons: readonly PythonRuntime[];
  /** The releases of OpenSSL that the repository's C and C++ are linked with. */
  readonly libssl: readonly LibsslRuntime[];
  /** `likely` includes options whose call is out of sight. */
  readonly certainty: Certainty;
  /** Findings below this level are left out. */
  readonly level: Level;
}

/** Settings as users write them; everything has a default. */
export interface SettingsInput {
  readonly profile?: ProfileName | undefined;
  /** An organisation's own policy, or what `definePolicy` makes one of, which may stand in JSON; wins over `profile`. */
  readonly policy?: Policy | PolicyDefinition | undefined;
  /** A semver range of Node releases that run the code, as in `engines.node`. */
  readonly node?: string | undefined;
  /** A version specifier of Python releases that run the code, as in `requires-python` (PEP 440). */
  readonly python?: string | undefined;
  /** A range of OpenSSL releases that C and C++ are linked with, such as `>=1.1.1`. */
  readonly openssl?: string | undefined;
  readonly certainty?: Certainty | undefined;
  readonly level?: Level | undefined;
}

/** Every release with `TLSVersion`: a program that names no range may run on any of them. */
export const defaultPythonRange = ">=3.7";

/** The oldest that distributions still keep: a program that names none may be linked with any since. */
export const defaultOpenSslRange = ">=1.1.1";

/**
 * Fills in the defaults.
 * @throws RangeError for a word that the setting does not have, and for a range that is none or admits no release; PolicyError for a policy that is none.
 */
export function resolveSettings(input: SettingsInput = {}): Settings {
  return {
    policy: input.policy
      ? policyOf(input.policy)
      : profile(oneOf(PROFILE_NAMES, "profile", input.profile ?? DEFAULT_PROFILE)),
    runtimes: runtimesOf(input.node ?? defaultNodeRange),
    pythons: pythonRuntimesIn(input.python ?? defaultPythonRange),
    libssl: libsslRuntimesIn(input.openssl ?? defaultOpenSslRange),
    certainty: oneOf(certainties, "certainty", input.certainty ?? "likely"),
    level: oneOf(levels, "level", input.level ?? "warning"),
  };
}

function policyOf(policy: Policy | PolicyDefinition): Policy {
  return typeof policy === "object" && "expectedVersions" in policy ? policy : definePolicy(policy);
}

function runtimesOf(node: string): readonly Runtime[] {
  if (typeof node === "string") return runtimesIn(node);
  throw new RangeError(
    `\`node\` is ${JSON.stringify(node)}. Write a range of releases in quotes, as in \`engines.node\`: \`">=18"\`.`,
  );
}

/** Settings come from configuration files and command lines, where no type has checked them. */
function oneOf<const Word extends string>(words: readonly Word[], name: keyof SettingsInput, word: Word): Word {
  if (words.includes(word)) return word;
  throw new RangeError(
    `\`${name}\` is ${JSON.stringify(word)}. Use ${words.map((known) => `\`${known}\``).join(", ")}.`,
  );
}
