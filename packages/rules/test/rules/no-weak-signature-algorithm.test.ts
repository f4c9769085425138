import { testRule } from "../../../../test/harness/test-rule.js";

testRule("no-weak-signature-algorithm", {
  valid: [
    {
      name: "SHA-256",
      code: `require('tls').connect({ sigalgs: 'ecdsa_secp256r1_sha256:rsa_pss_rsae_sha256:RSA+SHA256' });`,
    },
    { name: "no choice", code: `require('tls').connect({ host: 'example.org', minVersion: 'TLSv1.2' });` },
    {
      name: "a release that does not read the option",
      code: `require('tls').connect({ sigalgs: 'RSA+SHA1' });`,
      settings: { node: "12.0 - 12.10" },
    },
    {
      name: "SHA-1 that no release in range offers at its security level",
      code: `require('tls').connect({ sigalgs: 'RSA+SHA256:RSA+SHA1' });`,
      settings: { node: ">=18" },
    },
    { name: "a list of another trade", code: `verify(token, { algorithms: ['RS1'] });` },
  ],
  invalid: [
    {
      name: "a list of lines that is joined, with its comments",
      code: `require("tls").connect({
  port: 443,
  sigalgs: [
    "ecdsa_secp256r1_sha256", // of our own authority
    "rsa_pss_rsae_sha256",
    "ECDSA+SHA1",
    "rsa_pkcs1_sha1",
  ].join(":"),
});`,
    },
    {
      name: "a sum",
      code: `require("tls").connect({ port: 443, sigalgs: "ECDSA+SHA256:RSA+SHA256:" + "RSA+SHA1" });`,
    },
    { name: "SHA-1 among others", code: `require('tls').connect({ sigalgs: 'RSA+SHA256:RSA+SHA1:ECDSA+SHA1' });` },
    {
      name: "SHA-1 alone",
      code: `require('tls').connect({
  host: 'example.org',
  sigalgs: 'RSA+SHA1',
});`,
      settings: { node: "12 - 16" },
    },
    {
      name: "SHA-1 under its IANA name, at level 0",
      code: `import { createServer } from 'tls';
createServer({ key, cert, sigalgs: 'rsa_pkcs1_sha256:rsa_pkcs1_sha1', ciphers: 'ECDHE+AESGCM:@SECLEVEL=0' });`,
    },
    { name: "SHA-224", code: `require('tls').connect({ sigalgs: 'ECDSA+SHA256:ECDSA+SHA224' });` },
    { name: "DSA", code: `require('tls').connect({ sigalgs: "DSA+SHA256:RSA+SHA256" });` },
    { name: "MD5, which throws", code: `require('tls').connect({ sigalgs: 'RSA+MD5:RSA+SHA1:RSA+SHA256' });` },
    { name: "MD5 alone", code: `require('tls').connect({ sigalgs: 'RSA+MD5' });` },
    {
      name: "behind the user's own choice",
      code: `require('tls').connect({ sigalgs: legacy ? 'RSA+SHA256:DSA+SHA256' : 'RSA+SHA256' });`,
    },
    { name: "a value that the code does not tell", code: `require('tls').connect({ sigalgs: config.sigalgs });` },
  ],
});
