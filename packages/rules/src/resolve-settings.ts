import { profile, runtimesIn, type Policy, type ProfileName } from "tls-policy";
import type { Certainty, Level } from "./finding.js";
import type { Settings } from "./settings.js";

/** Settings as users write them; everything has a default. */
export interface SettingsInput {
  readonly profile?: ProfileName | undefined;
  /** An organisation's own policy; wins over `profile`. */
  readonly policy?: Policy | undefined;
  /** A semver range of Node releases that run the code, as in `engines.node`. */
  readonly node?: string | undefined;
  readonly certainty?: Certainty | undefined;
  readonly level?: Level | undefined;
}

/** Every release with TLS 1.3, because a program that names no range may run on any of them. */
export const defaultNodeRange = ">=12";

/** Fills in the defaults. Throws tls-policy's errors for an unknown profile or an invalid range. */
export function resolveSettings(input: SettingsInput = {}): Settings {
  return {
    policy: input.policy ?? profile(input.profile ?? "intermediate"),
    runtimes: runtimesIn(input.node ?? defaultNodeRange),
    certainty: input.certainty ?? "likely",
    level: input.level ?? "warning",
  };
}
