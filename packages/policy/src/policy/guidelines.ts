import type { ProtocolVersion } from "../parameters/protocol-versions.js";
import { guidelineTable } from "./guidelines.generated.js";

/** One profile of a guideline, as published. */
export interface GuidelineProfile {
  readonly protocolVersions: readonly ProtocolVersion[];
  /** TLS 1.3, in order of preference. */
  readonly ciphersuites: readonly string[];
  /** TLS 1.2 and older under OpenSSL's names, in order of preference. */
  readonly cipherSuites: readonly string[];
  readonly groups: readonly string[];
}

/** A published guideline; once vendored it never changes, a new edition is a new file. */
export interface Guideline {
  readonly version: string;
  readonly title: string;
  /** Day of publication, `2026-04-06`. */
  readonly date: string;
  readonly source: string;
  readonly profiles: Readonly<Record<"modern" | "intermediate", GuidelineProfile>> & {
    readonly old?: GuidelineProfile;
  };
}

/** Oldest first. */
export const guidelines: readonly Guideline[] = guidelineTable;

/** @throws RangeError for a version that is not vendored. */
export function findGuideline(version: string): Guideline {
  const guideline = guidelines.find((candidate) => candidate.version === version);
  if (guideline) return guideline;
  throw new RangeError(
    `There is no guideline \`${version}\`. Use one of ${guidelines.map((candidate) => `\`${candidate.version}\``).join(", ")}.`,
  );
}
