import { testRule } from "../../../../test/harness/test-rule.js";

testRule("no-weak-group", {
  valid: [
    { name: "recommended groups", code: `require('tls').connect({ ecdhCurve: 'X25519:P-256:P-384' });` },
    { name: "Node's own choice", code: `require('tls').createServer({ key, cert, ecdhCurve: 'auto' });` },
    {
      name: "a Brainpool group, against which no document speaks",
      code: `require('tls').connect({ ecdhCurve: 'brainpoolP256r1:P-256' });`,
    },
    {
      name: "a weak group that no release in range offers at its security level",
      code: `require('tls').connect({ ecdhCurve: 'P-256:P-192' });`,
      settings: { node: ">=24.5" },
    },
    {
      name: "a weak group that is taken out of the list",
      code: `require('tls').connect({ ecdhCurve: 'P-256:-P-192' });`,
      settings: { node: ">=24.5" },
    },
    { name: "a curve of another trade", code: `crypto.generateKeyPairSync('ec', { namedCurve: 'secp256k1' });` },
  ],
  invalid: [
    {
      name: "a list of lines that is joined, with its comments",
      code: `require("tls").createServer({
  ecdhCurve: [
    "X25519", // first
    "secp256k1", // of long ago
    "P-256",
  ].join(":"),
});`,
    },
    {
      name: "a list with a part of somebody else's",
      code: `require("tls").createServer({ ecdhCurve: ["X25519", "secp256k1", ...(modern ? ["P-256"] : [])].join(":") });`,
    },
    {
      name: "a group of 80 bits among others",
      code: `require('tls').connect({ ecdhCurve: 'P-256:prime192v1:P-384' });`,
    },
    { name: "a group of 80 bits alone", code: `require('tls').connect({ ecdhCurve: "secp160r1" });` },
    {
      name: "a group that RFC 8422 deprecates",
      code: `import https from 'node:https';
https.createServer({ key, cert, ecdhCurve: 'secp256k1:P-256' });`,
    },
    {
      name: "a deprecated and a prohibited group",
      code: `require('tls').connect({ ecdhCurve: 'P-256:sect283k1:P-192' });`,
    },
    { name: "nothing but weak groups", code: `require('tls').connect({ ecdhCurve: 'P-224:secp224k1' });` },
    { name: "the default of the process", code: `require('tls').DEFAULT_ECDH_CURVE = 'secp224r1:prime256v1';` },
    {
      name: "the tuples and prefixes of OpenSSL 3.5",
      code: `require('tls').connect({ ecdhCurve: '*X25519MLKEM768/*X25519:?P-224/secp256k1' });`,
      settings: { node: ">=24.5" },
    },
    {
      name: "a constant",
      code: `const GROUPS = 'P-256:secp256k1';
require('tls').connect({ ecdhCurve: GROUPS });`,
    },
    { name: "one of two values", code: `require('tls').connect({ ecdhCurve: isBlockchain ? 'secp256k1' : 'P-256' });` },
    { name: "a value that the code does not tell", code: `require('tls').connect({ ecdhCurve: config.groups });` },
  ],
});
