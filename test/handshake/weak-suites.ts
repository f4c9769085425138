import { CIPHER_SUITES, type CipherSuite, findCipherSuite, negotiate, runtimeFor } from "tls-policy";

const isWeak = ({ status }: CipherSuite): boolean => status === "deprecated" || status === "prohibited";

/** The suites among `names`, OpenSSL's, that a document deprecates or prohibits, or that the policy does not know. */
export function weakAmong(names: readonly string[]): readonly string[] {
  return names.filter((name) => {
    const suite = findCipherSuite(name);
    return !suite || isWeak(suite);
  });
}

const nodesOwn: ReadonlySet<string> = new Set(offeredUnasked());

/** A cipher list of every weak suite that Node does not offer where `ciphers` is left out, for peers that shall offer nothing else. */
export const weakCipherList: string = [
  ...CIPHER_SUITES.filter(({ minVersion }) => minVersion !== "TLSv1.3")
    .filter(isWeak)
    .flatMap(({ opensslName }) => opensslName ?? [])
    .filter((name) => !nodesOwn.has(name)),
  "@SECLEVEL=0",
].join(":");

function offeredUnasked(): readonly string[] {
  const offers = negotiate({}, runtimeFor(process.versions.node), "client");
  return offers.outcome === "offers" ? offers.cipherSuites : [];
}
