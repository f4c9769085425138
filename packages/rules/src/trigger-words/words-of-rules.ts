import { deprecatedNames } from "../rules/shared/deprecated-tls-apis.js";
import { misspellingStems } from "../rules/shared/misspelt-options.js";

/** Words that rules look for where TLS options are, beside their names. */
export const wordsBesideOptions: readonly string[] = [
  ...misspellingStems,
  ...deprecatedNames,
  "TLSSocket",
  "unsafelyDisableHostnameVerification",
  "getPeerCertificate",
];
