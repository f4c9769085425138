import { testRule } from "../../../../test/harness/test-rule.js";

testRule("prefer-post-quantum-groups", {
  valid: [
    { name: "Node's own choice", code: `require('tls').connect({ ecdhCurve: 'auto' });` },
    {
      name: "the hybrid group",
      code: `require('tls').connect({ ecdhCurve: 'X25519MLKEM768:X25519:P-256' });`,
      settings: { node: ">=24.5" },
    },
    {
      name: "another hybrid group",
      code: `require('tls').connect({ ecdhCurve: 'SecP256r1MLKEM768:P-256' });`,
      settings: { node: ">=24.5" },
    },
    {
      name: "releases that do not have it",
      code: `require('tls').connect({ ecdhCurve: 'X25519:P-256' });`,
      settings: { node: "18 - 20" },
    },
    {
      name: "no TLS 1.3, without which there is none",
      code: `require('tls').connect({ ecdhCurve: 'X25519:P-256', maxVersion: 'TLSv1.2' });`,
    },
    { name: "a list that the code does not tell", code: `require('tls').connect({ ecdhCurve: config.groups });` },
  ],
  invalid: [
    {
      name: "a fixed list where every release has the hybrid group",
      code: `require('tls').connect({ ecdhCurve: 'X25519:P-256' });`,
      settings: { node: ">=24.5" },
    },
    {
      name: "a fixed list where some releases have it",
      code: `import https from 'node:https';
https.createServer({ key, cert, ecdhCurve: "X25519:P-256:P-384" });`,
      settings: { node: "20 || 22 || 24" },
    },
    {
      name: "a single group",
      code: `require('tls').connect({ ecdhCurve: 'prime256v1' });`,
      settings: { node: "^22.20 || >=24.5" },
    },
    { name: "the default of the process", code: `require('tls').DEFAULT_ECDH_CURVE = 'P-256:P-384';` },
    {
      name: "a constant that serves two calls",
      code: `const GROUPS = 'X25519:P-256';
require('tls').connect({ ecdhCurve: GROUPS });
require('https').get({ ecdhCurve: GROUPS });`,
    },
  ],
});
