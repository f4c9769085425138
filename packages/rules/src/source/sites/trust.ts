import { clients } from "../../clients/index.js";
import type { Trust } from "../../define-client.js";
import type { OptionValue, TlsOptions } from "./tls-options.js";

/** How the reader of an option is told to trust a certificate that Node does not know, in words for a sentence: "`ca`". */
export function trustOf(
  { trust, client }: TlsOptions,
  { write }: { readonly write: Pick<OptionValue["write"], "key"> },
): string {
  return inWords(trust ?? (client ? client.trust : byWord.get(write.key)) ?? ["ca"]);
}

/** Of the words that only one kind of client has, wherever they stand. */
const byWord: ReadonlyMap<string, Trust | undefined> = new Map(
  clients.flatMap(({ tlsOptions, trust }) =>
    tlsOptions.flatMap(({ vocabulary = {} }) => Object.keys(vocabulary).map((word) => [word, trust] as const)),
  ),
);

function inWords(trust: Trust): string {
  if (trust === "process") return "`NODE_EXTRA_CA_CERTS`";
  if (trust === "system") return "the certificate store of the operating system";
  return trust.map((word) => `\`${word}\``).join(" or ");
}
