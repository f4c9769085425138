import { compareProtocolVersions, isProtocolVersion, secureProtocolMethod } from "tls-policy";
import type { TlsOptions } from "../../source/sites/tls-options.js";

/**
 * Whether a client's options are there for a peer that speaks nothing better. From OpenSSL 3 on old versions need the lower security
 * level as well, and it needs them: who writes both has seen the connection fail.
 */
export function isForOldPeer(options: TlsOptions): boolean {
  return options.side !== "server" && lowersSecurityLevel(options) && allowsOldVersions(options);
}

function lowersSecurityLevel(options: TlsOptions): boolean {
  return options.values("ciphers").some(({ value }) => /@SECLEVEL=[01]\b/.test(String(value)));
}

function allowsOldVersions(options: TlsOptions): boolean {
  const bounds = [...options.values("minVersion"), ...options.values("maxVersion")].map(({ value }) => value);
  const methods = options.values("secureProtocol").map(({ value }) => secureProtocolMethod(String(value))?.max);
  return [...bounds, ...methods].some(
    (version) => isProtocolVersion(version) && compareProtocolVersions(version, "TLSv1.2") < 0,
  );
}
