/**
 * What the standards say of a protocol version, cipher suite, group or signature algorithm.
 * `allowed` means that no document read speaks for or against it (IANA "Recommended: N").
 */
export type Status = "recommended" | "allowed" | "deprecated" | "prohibited";

/** A judgement with the document that makes it, ready to be quoted: "RFC 8996, section 4". */
export interface Judgement {
  readonly status: Status;
  readonly reference: string;
}

const severity: Readonly<Record<Status, number>> = { recommended: 0, allowed: 1, deprecated: 2, prohibited: 3 };

/** Orders statuses from best to worst: negative when `left` is the better one. */
export function compareStatus(left: Status, right: Status): number {
  return severity[left] - severity[right];
}
