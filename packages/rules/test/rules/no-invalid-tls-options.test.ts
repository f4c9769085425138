import { testRule } from "../../../../test/harness/test-rule.js";

testRule("no-invalid-tls-options", {
  valid: [
    {
      name: "a minimum below the maximum",
      code: `require('tls').connect({ minVersion: 'TLSv1.2', maxVersion: 'TLSv1.3' });`,
    },
    {
      name: "a missing check for a wrapper out of sight, which may leave it out",
      code: `open({ rejectUnauthorized: false, checkServerIdentity: undefined });`,
    },
    {
      name: "secureProtocol with no bound",
      code: `require('tls').connect({ secureProtocol: 'TLSv1_2_method', minVersion: undefined });`,
    },
    {
      name: "an unknown method, which is another rule's",
      code: `require('tls').connect({ secureProtocol: 'SSLv3_method' });`,
    },
    {
      name: "a value that the code does not tell",
      code: `require('tls').connect({ minVersion: config.min, secureProtocol: config.method });`,
    },
    {
      name: "suites that need the parameters of a file",
      code: `require('tls').createServer({ key, cert, ciphers: 'DHE-RSA-AES128-GCM-SHA256', maxVersion: 'TLSv1.2', dhparam: fs.readFileSync('dh.pem') });`,
    },
  ],
  invalid: [
    {
      name: "a check that refuses every name, beside a maximum that a minimum out of sight may reach",
      code: `require("tls").connect({ ...options, maxVersion: "TLSv1.1", checkServerIdentity: () => true });`,
    },
    { name: "a missing check", code: `require('tls').connect({ host, checkServerIdentity: undefined });` },
    {
      name: "a method beside a minimum version",
      code: `require('tls').connect({ secureProtocol: 'TLSv1_2_method', minVersion: 'TLSv1.2' });`,
    },
    {
      name: "a method on the last line of an object",
      code: `require('tls').connect({
  minVersion: 'TLSv1.2', // floor
  secureProtocol: 'TLSv1_method', // legacy
});`,
    },
    { name: "a version in the wrong case", code: `require('tls').connect({ minVersion: 'tlsv1.2' });` },
    { name: "a version that Node does not spell so", code: `require('tls').connect({ minVersion: "TLSv1.0" });` },
    { name: "SSLv3 as a minimum", code: `require('tls').connect({ minVersion: 'SSLv3' });` },
    {
      name: "a minimum above the maximum",
      code: `require('tls').connect({ minVersion: 'TLSv1.3', maxVersion: 'TLSv1.2' });`,
    },
    { name: "a cipher list that matches nothing", code: `require('tls').createSecureContext({ ciphers: 'RC4-SHA' });` },
    { name: "no suite that the security level allows", code: `require('tls').connect({ ciphers: 'NULL' });` },
    {
      name: "IANA names of TLS 1.2 suites, which Node takes for TLS 1.3",
      code: `require('tls').connect({ ciphers: 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256' });`,
    },
    {
      name: "suites that need parameters, without them",
      code: `require('tls').createServer({ key, cert, ciphers: 'DHE-RSA-AES128-GCM-SHA256', maxVersion: 'TLSv1.2' });`,
    },
    {
      name: "no version on some releases, beside the parameters of a file",
      code: `require('tls').createServer({ key, cert, maxVersion: 'TLSv1.1', minVersion: 'TLSv1', dhparam: fs.readFileSync('dh.pem') });`,
    },
    { name: "an exclusion alone", code: `require('tls').createSecureContext({ ciphers: '!RC4' });` },
  ],
});
