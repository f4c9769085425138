/** One entry of the list of weaknesses that security reports refer to. */
export interface Weakness {
  /** As MITRE gives it. */
  readonly name: string;
  /** CVSS v3.1 base score of somebody on the path who makes use of it; undefined where nobody can. */
  readonly score?: number;
}

// AV:N/AC:H/PR:N/UI:N/S:U, with C:H/I:H/A:N for reading and changing, C:H/I:N/A:N for reading alone, C:L/I:N/A:N for little of it
const [readsAndChanges, reads, readsLittle] = [7.4, 5.9, 3.7];

/** The weaknesses that rules name, by their number. Names: https://cwe.mitre.org/data/; scores: https://www.first.org/cvss/v3.1/specification-document. */
export const weaknesses = {
  295: { name: "Improper Certificate Validation", score: readsAndChanges },
  297: { name: "Improper Validation of Certificate with Host Mismatch", score: readsAndChanges },
  319: { name: "Cleartext Transmission of Sensitive Information", score: readsAndChanges },
  326: { name: "Inadequate Encryption Strength", score: reads },
  327: { name: "Use of a Broken or Risky Cryptographic Algorithm", score: reads },
  328: { name: "Use of Weak Hash", score: reads },
  477: { name: "Use of Obsolete Function" },
  757: {
    name: "Selection of Less-Secure Algorithm During Negotiation ('Algorithm Downgrade')",
    score: readsLittle,
  },
  1188: { name: "Initialization of a Resource with an Insecure Default", score: readsAndChanges },
  1240: { name: "Use of a Cryptographic Primitive with a Risky Implementation", score: reads },
} as const satisfies Readonly<Record<number, Weakness>>;

/** A number of the Common Weakness Enumeration that a rule may name. */
export type Cwe = keyof typeof weaknesses;
