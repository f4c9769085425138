import { isSuiteAllowedAtLevel } from "../../cipher-list/node-ciphers.js";
import type { CipherSuite } from "../../parameters/cipher-suites.js";
import type { Runtime } from "../../runtimes/runtimes.js";

const needsCallback = new Set(["PSK", "RSA_PSK", "DHE_PSK", "ECDHE_PSK", "SRP"]);

/** Of suites, each once, those that pass the level and need no pre-shared key or SRP. */
export function permitSuites(
  suites: readonly CipherSuite[],
  level: number,
  { openssl }: Pick<Runtime, "openssl">,
): readonly CipherSuite[] {
  const unique = [...new Set(suites)];
  return unique.filter(
    (suite) => !needsCallback.has(suite.keyExchange) && isSuiteAllowedAtLevel(suite, level, openssl),
  );
}
