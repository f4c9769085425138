import type { Judgement } from "tls-policy";

/** Names that one document says the same of, the worst first. */
export interface Offence {
  readonly status: "prohibited" | "deprecated";
  readonly reference: string;
  readonly names: readonly string[];
}

/** Undefined where nothing that is offered offends. */
export function worstOffence(judged: readonly (Judgement & { readonly name: string })[]): Offence | undefined {
  const status = (["prohibited", "deprecated"] as const).find((candidate) =>
    judged.some((each) => each.status === candidate),
  );
  const first = judged.find((each) => each.status === status);
  if (!status || !first) return;
  const { reference } = first;
  const names = judged.filter((each) => each.status === status && each.reference === reference).map(({ name }) => name);
  return { status, reference, names: [...new Set(names)] };
}

/** Three by name. */
export function enumerate(names: readonly string[]): string {
  const rest = names.length - 3;
  return rest > 0 ? `${names.slice(0, 3).join(", ")} and ${rest} more` : names.join(", ");
}

/** What each security level below the recommended one lets through (SSL_CTX_set_security_level). */
export const allowedAtLevel: readonly string[] = [
  "TLSv1 and TLSv1.1, SHA-1 and MD5 signatures, and keys of any size",
  "1024-bit RSA and Diffie-Hellman keys",
];
