import type { OptionName } from "../../option-names.js";
import type { TlsOptions } from "../../source/sites/tls-options.js";
import { membersOf } from "../../source/values/module-bindings.js";

/** What a secure context says once and for all, so that beside one it is not read. */
export const contextOptions: readonly OptionName[] = [
  "minVersion",
  "maxVersion",
  "secureProtocol",
  "secureOptions",
  "ciphers",
  "honorCipherOrder",
  "ecdhCurve",
  "sigalgs",
  "dhparam",
];

/** Whether options have a secure context that the program makes. */
export function hasContext({ writes }: TlsOptions): boolean {
  const contexts = writes.filter(({ key, guard }) => key === "secureContext" && !guard);
  const isContext = ({ program, value }: (typeof contexts)[number]) =>
    membersOf(program, value).some(
      ({ module, path }) => module === "tls" && path.join(".") === "createSecureContext.()",
    );
  return contexts.length === 1 && contexts.every(isContext);
}
