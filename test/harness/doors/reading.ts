import type { Finding, Rule } from "tls-rules";
import type { Sample } from "../cases.js";

/** What one door says of a sample: the findings, and the text after the edits of all grades. */
export interface Reading {
  readonly findings: readonly Finding[];
  readonly output: string;
}

export interface Door {
  readonly name: string;
  canRead(sample: Sample): boolean;
  read(rule: Rule, sample: Sample): Reading;
}
