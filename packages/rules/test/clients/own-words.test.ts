import { testRule } from "../../../../test/harness/test-rule.js";

testRule("no-weak-signature-algorithm", {
  valid: [
    {
      name: "got, with a sound list",
      code: `import got from 'got';
got(url, { https: { signatureAlgorithms: 'ecdsa_secp256r1_sha256' } });`,
    },
  ],
  invalid: [
    {
      name: "got, whose word is its own",
      code: `import got from 'got';
got(url, { https: { signatureAlgorithms: 'RSA+SHA1' } });`,
    },
  ],
});
