import { deprecatedNames } from "../rules/shared/deprecated-tls-apis.js";
import { wordsOfHandMadeTls } from "../rules/shared/hand-made-tls.js";
import { misspellingStems } from "../rules/shared/misspelt-options.js";

/** Words that rules look for beside the names of options: a file with one of them is worth parsing. */
export const wordsOfRules: readonly string[] = [
  ...misspellingStems,
  ...deprecatedNames,
  "TLSSocket",
  "unsafelyDisableHostnameVerification",
  ...wordsOfHandMadeTls,
];
