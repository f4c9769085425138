import { expandCipherList, findCipherSuite, parseCipherList, type Policy, type PythonRuntime } from "tls-policy";
import type { Edit } from "../../finding.js";
import { contentRange } from "../program/strings.js";
import type { PyValue } from "../program/values.js";

/** The policy's suites as `set_ciphers` takes them: it knows no TLS 1.3 names. */
export function recommendedList({ cipherSuites }: Policy): string | undefined {
  const names = cipherSuites.accepted.filter((name) => !name.startsWith("TLS_"));
  return names.length > 0 ? names.join(":") : undefined;
}

/** The list without its weak suites where it names suites one by one; the policy's own where it selects them by keyword. */
export function strengthened(list: string, policy: Policy, pythons: readonly PythonRuntime[]): string | undefined {
  const lines = [...new Set(pythons.map(({ openssl }) => openssl))];
  const items = parseCipherList(list, lines[0] ?? "3.0").items;
  const isNamed = items.every(({ operator, words }) => operator === "" && findCipherSuite(words[0]?.text ?? ""));
  if (!isNamed) return recommendedList(policy);
  const kept = items.filter(({ text }) =>
    lines.every((line) => {
      const { error, suites } = { suites: [], ...expandCipherList(text, line) };
      return !error && suites.every(({ opensslName }) => policy.cipherSuites.accepted.includes(opensslName ?? ""));
    }),
  );
  const kinds = new Set(kept.map(({ text }) => findCipherSuite(text)?.authentication));
  return kinds.has("RSA") && kinds.has("ECDSA") ? kept.map(({ text }) => text).join(":") : recommendedList(policy);
}

/** Puts another text between the quotes of a literal that is written in one piece. */
export function replaceLiteral({ at }: PyValue, text: string): Edit | undefined {
  const range = contentRange(at);
  return range && !/["'\\]/.test(text) ? { range, text } : undefined;
}
