import type { Policy } from "tls-policy";
import type { FileView } from "../source/program/file-view.js";
import type { OptionValue, TlsOptions } from "../source/sites/tls-options.js";
import type { NarrowedList } from "./cipher-list.js";
import type { Mend, Mender } from "./mend.js";
import { narrowList, takingOut } from "./narrow-list.js";

/** Narrows `ciphers`, or leaves it out where nothing would be left or what is left cannot be told from a keyword. */
export function mendCipherList(
  program: FileView,
  value: OptionValue,
  narrowed: NarrowedList | undefined,
  options: TlsOptions,
  policy: Policy,
  mend: Mender,
): Mend | undefined {
  return narrowed?.text === undefined
    ? leaveOutCipherList(value, options, policy, mend)
    : narrowList(program, value, { ...narrowed, text: narrowed.text }, remedyOf(value.write.key, narrowed), mend);
}

function remedyOf(key: string, narrowed: NarrowedList): string {
  return narrowed.added.length > 0
    ? `Put recommended suites in the place of weak ones in \`${key}\`.`
    : takingOut(key, narrowed.dropped);
}

/** Takes `ciphers` out, so that Node's own list is offered; where a policy accepts nothing beside its own list, that one is written. */
export function leaveOutCipherList(
  value: OptionValue,
  options: TlsOptions,
  { ciphers, cipherSuites, name }: Policy,
  mend: Mender,
): Mend | undefined {
  const isOnly = options.values("ciphers").filter(({ write }) => write === value.write).length === 1;
  const isLeftOut = ciphers === undefined || !cipherSuites.isExhaustive;
  const removal = isOnly && isLeftOut ? mend.removeOption(value) : undefined;
  if (removal || ciphers === undefined) return removal;
  return mend.replaceValue(value, ciphers, `Set \`${value.write.key}\` to the list of the policy ${name}.`);
}
