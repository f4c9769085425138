const ANY_ECDSA = /^ecdsa_(?:secp|sha)/;

/** Our certificates: the suites they serve, the group a TLS 1.2 peer must know, and what their keys sign with (RSA keys no `rsa_pss_pss`). */
export const CERTIFICATES = {
  RSA: { authentication: "RSA", signs: { "TLSv1.2": /^rsa_(?:pkcs1|pss_rsae)_/, "TLSv1.3": /^rsa_pss_rsae_/ } },
  "ECDSA P-521": {
    authentication: "ECDSA",
    group: "P-521",
    signs: { "TLSv1.2": ANY_ECDSA, "TLSv1.3": /^ecdsa_secp521r1_sha512$/ },
  },
  "ECDSA P-384": {
    authentication: "ECDSA",
    group: "P-384",
    signs: { "TLSv1.2": ANY_ECDSA, "TLSv1.3": /^ecdsa_secp384r1_sha384$/ },
  },
  "ECDSA P-256": {
    authentication: "ECDSA",
    group: "P-256",
    signs: { "TLSv1.2": ANY_ECDSA, "TLSv1.3": /^ecdsa_secp256r1_sha256$/ },
  },
  DSS: { authentication: "DSS", signs: { "TLSv1.2": /^dsa_/, "TLSv1.3": /^$/ } },
};

/** Whether a certificate can sign with an algorithm of the context; below TLS 1.2 nothing is negotiated. */
export function canSign({ signatureAlgorithms }, certificate, version) {
  const pattern = CERTIFICATES[certificate]?.signs[version];
  return !pattern || signatureAlgorithms.some((name) => pattern.test(name));
}

/** The certificates to give a server: those whose keys load at its security level, and of the ECDSA ones the strongest that its groups go with. */
export function certificatesFor(verdict) {
  if (verdict.outcome !== "offers") return ["ECDSA P-521"];
  const { groups, securityLevel } = verdict;
  const weakest = securityLevel < 4 ? ["P-521", "P-256", "P-384"] : securityLevel < 5 ? ["P-521", "P-384"] : ["P-521"];
  const ecdsa = `ECDSA ${weakest.find((name) => groups.includes(name)) ?? "P-521"}`;
  return securityLevel < 4 ? ["RSA", ecdsa, "DSS"] : [ecdsa];
}
