import type { OptionName } from "../../option-names.js";
import type { FileView } from "../../source/program/file-view.js";
import { oncePerFile } from "../../source/program/once-per-file.js";
import { findTlsOptions } from "../../source/sites/find-tls-options.js";
import { withoutRepeatedCalls } from "../../source/sites/repeated-calls.js";
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

/** The options of a file that somebody reads. */
export const readOptions: (program: FileView) => readonly TlsOptions[] = oncePerFile((program) =>
  withoutRepeatedCalls(
    program,
    findTlsOptions(program).filter(({ unread }) => unread === undefined),
  ).map(readPart),
);

/** The options as far as they are read: beside a secure context of a client what it settles is not. */
function readPart(options: TlsOptions): TlsOptions {
  if (!isSettled(options)) return options;
  const isRead = (option: OptionName) => !contextOptions.includes(option);
  return {
    ...options,
    has: (option) => isRead(option) && options.has(option),
    values: (option) => (isRead(option) ? options.values(option) : []),
    allValues: () => options.allValues().filter(({ option }) => isRead(option)),
    settled: options.allValues().filter(({ option }) => !isRead(option)),
  };
}

/** Measured on Node 8 to 26: `tls.connect`, `https.request` and `new TLSSocket` ignore them; servers know no `secureContext`. */
function isSettled(options: TlsOptions): boolean {
  return options.side !== "server" && (options.side !== "unknown" || options.unverified) && hasContext(options);
}

/** Whether options have a secure context that the program makes. */
export function hasContext({ writes }: TlsOptions): boolean {
  const contexts = writes.filter(({ key, guard }) => key === "secureContext" && !guard);
  const isContext = ({ program, value }: (typeof contexts)[number]) =>
    membersOf(program, value).some(
      ({ module, path }) => module === "tls" && path.join(".") === "createSecureContext.()",
    );
  return contexts.length === 1 && contexts.every(isContext);
}
