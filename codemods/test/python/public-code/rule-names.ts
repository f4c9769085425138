export const certificate = "no-disabled-certificate-verification";
export const host = "no-disabled-hostname-verification";
export const version = "no-deprecated-protocol-version";
export const pinned = "no-pinned-protocol-version";
export const suite = "no-weak-cipher-suite";
export const level = "no-low-security-level";
export const option = "no-unsafe-secure-options";
export const unasked = "no-insecure-client-default";
export const wholeProcess = "no-process-wide-verification-opt-out";
export const api = "no-deprecated-tls-api";
export const invalid = "no-invalid-tls-options";

export type RuleName =
  | typeof certificate
  | typeof host
  | typeof version
  | typeof pinned
  | typeof suite
  | typeof level
  | typeof option
  | typeof unasked
  | typeof wholeProcess
  | typeof api
  | typeof invalid;
