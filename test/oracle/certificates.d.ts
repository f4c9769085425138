export interface Certificate {
  /** PEM. */
  readonly key: string;
  readonly certificate: string;
}

/** The certificates of this process, made on first use because DSA and RSA keys take a second or two. */
export function sharedCertificates(): Readonly<
  Record<"RSA" | "RSA 1024" | "DSS" | `${"ECDSA" | "issued"} P-${number}`, Certificate>
> & {
  /** The authority's certificate, in PEM. */
  readonly authority: string;
};
