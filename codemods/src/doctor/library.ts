import { isMaintained, OPENSSL_RELEASES, readOpenSslVersion } from "tls-policy";

/** A TLS library by its version. */
export interface Library {
  /** As it names itself: `OpenSSL 3.0.19 27 Jan 2026`. */
  readonly version: string;
  readonly library: string;
  /** The release line, `3.0`; undefined where the library is not OpenSSL's own or not known. */
  readonly line: string | undefined;
  /** What its default build can negotiate, oldest first; undefined where that is not known. */
  readonly protocolVersions: readonly string[] | undefined;
  /** Day of the last public fixes, `2026-09-07`. */
  readonly endOfLife: string | undefined;
  /** Undefined where that is not known. */
  readonly isMaintained: boolean | undefined;
  readonly note: string | undefined;
}

/** @param today `2026-11-23`. */
export function describeLibrary(text: string, today: string): Library {
  const { version, library, release, note } = readOpenSslVersion(text);
  return {
    version,
    library,
    line: release?.line,
    protocolVersions: release?.protocolVersions,
    endOfLife: release?.endOfLife,
    isMaintained: release && isMaintained(release, today),
    note,
  };
}

/** The lines of OpenSSL that get public fixes for years, newest first, for advice. */
export function maintainedLines(today: string): readonly string[] {
  return OPENSSL_RELEASES.filter((release) => release.isLongTermSupport && isMaintained(release, today))
    .map(({ line }) => line)
    .reverse();
}
