import { describeRuntimes, findCipherSuite, type Runtime, type RuntimeVerdict } from "tls-policy";

/** By security level, how many bits RSA and Diffie-Hellman keys need (OpenSSL's documentation of SSL_CTX_set_security_level). */
const leastKeySizes = [0, 1024, 2048, 3072, 7680];

/** What a level lets through that the runtimes' own would refuse (OpenSSL's documentation, and handshakes on Node 12 to 26). */
export function describeAllowed(level: number, runtimes: readonly Runtime[], hasAnonymousSuites: boolean): string {
  if (level > 0) return `RSA and Diffie-Hellman keys of ${leastKeySizes[level]} bits on ${describeRuntimes(runtimes)}`;
  const onOpenSsl3 = runtimes.filter(({ openssl }) => openssl !== "1.1.1");
  const also =
    onOpenSsl3.length > 0
      ? `, on ${describeRuntimes(onOpenSsl3)} also SHA-1 signatures, and TLSv1 and TLSv1.1 where the minimum version does`
      : "";
  const suites = hasAnonymousSuites ? ", anonymous suites" : "";
  return `certificate keys of any size${suites} and MD5 signatures${also}`;
}

export function offersAnonymous(verdicts: readonly RuntimeVerdict[]): boolean {
  return verdicts.some(
    ({ negotiation }) => negotiation.outcome === "offers" && negotiation.cipherSuites.some(isAnonymous),
  );
}

export function isAnonymous(suite: string): boolean {
  return findCipherSuite(suite)?.authentication === "anon";
}
