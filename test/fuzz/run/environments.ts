/** What a program finds outside itself: its flags, and the values of what it takes from elsewhere. */
export interface Environment {
  readonly name: string;
  readonly flags: readonly [boolean, boolean];
  /** An object that a program spreads. */
  readonly base: Readonly<Record<string, unknown>>;
  /** Values that a program picks by name. */
  readonly given: Readonly<Record<string, unknown>>;
}

/** Each flag in each position, and others' objects that are empty, strong, old, or hold one option that another may cover. */
export const environments: readonly Environment[] = [
  { name: "nothing is set", flags: [false, false], base: {}, given: {} },
  { name: "both flags", flags: [true, true], base: {}, given: {} },
  {
    name: "first flag, strong values",
    flags: [true, false],
    base: { minVersion: "TLSv1.2", servername: "b.example.com" },
    given: { minVersion: "TLSv1.2", maxVersion: "TLSv1.3", rejectUnauthorized: true, ciphers: "ECDHE+AESGCM" },
  },
  {
    name: "second flag, an old ceiling",
    flags: [false, true],
    base: { maxVersion: "TLSv1.1", sigalgs: "rsa_pkcs1_sha1" },
    given: { secureProtocol: "TLSv1_1_method", secureOptions: 4, ecdhCurve: "P-256" },
  },
  {
    name: "second flag, an old method",
    flags: [false, true],
    base: { secureProtocol: "SSLv23_method", secureOptions: 4 },
    given: {
      minVersion: "TLSv1.1",
      rejectUnauthorized: false,
      ciphers: "ALL:@SECLEVEL=0",
      checkServerIdentity: () => undefined,
    },
  },
  {
    name: "first flag, no verification",
    flags: [true, false],
    base: { rejectUnauthorized: false, minDHSize: 512, ecdhCurve: "secp192r1", ciphers: "DEFAULT@SECLEVEL=0" },
    given: { maxVersion: "TLSv1.2", requestCert: true, sigalgs: "rsa_pss_rsae_sha256", minDHSize: 2048 },
  },
];
