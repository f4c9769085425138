import type { Policy, PythonRuntime } from "tls-policy";
import { narrowCipherList, type NarrowedList, recommended } from "../../edits/cipher-list.js";
import type { Edit } from "../../finding.js";
import { contentRange } from "../program/strings.js";
import type { PyValue } from "../program/values.js";

/** What `set_ciphers`, which knows no TLS 1.3 names, is best told: by keyword, or the policy's own names where it accepts no others. */
export function recommendedList({ cipherSuites, ciphers }: Policy): string | undefined {
  if (!cipherSuites.isExhaustive && ciphers !== undefined) return recommended.join(":");
  const names = cipherSuites.accepted.filter((name) => !name.startsWith("TLS_"));
  return names.length > 0 ? names.join(":") : undefined;
}

/** What becomes of a list on these Pythons. */
export function narrowedList(
  list: string,
  policy: Policy,
  pythons: readonly PythonRuntime[],
): NarrowedList | undefined {
  return narrowCipherList(list, { policy, runtimes: pythons });
}

/** The list without what selects weak suites, its other words as they were; the policy's own where nothing would be left. */
export function strengthened(list: string, narrowed: NarrowedList | undefined, policy: Policy): string | undefined {
  const text = narrowed?.text ?? recommendedList(policy);
  return text === list ? undefined : text;
}

/** Puts another text between the quotes of a literal that is written in one piece. */
export function replaceLiteral({ at }: PyValue, text: string): Edit | undefined {
  const range = contentRange(at);
  return range && !/["'\\]/.test(text) ? { range, text } : undefined;
}
