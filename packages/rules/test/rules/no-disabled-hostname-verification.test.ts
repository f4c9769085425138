import { testRule } from "../../../../test/harness/test-rule.js";

testRule("no-disabled-hostname-verification", {
  valid: [
    { name: "the default", code: `require('tls').connect({ host: 'example.com' });` },
    {
      name: "a check of the fingerprint",
      code: `require('tls').connect({ checkServerIdentity: (host, cert) => (cert.fingerprint256 === PIN ? undefined : new Error('pin')) });`,
    },
    {
      name: "the original check, passed on",
      code: `const tls = require('tls');
tls.connect({ checkServerIdentity: (host, cert) => tls.checkServerIdentity('other.example', cert) });`,
    },
    {
      name: "a socket on which Node never calls it",
      code: `const tls = require('tls');
new tls.TLSSocket(raw, { checkServerIdentity: () => undefined });`,
    },
    {
      name: "a truthy answer, which refuses every host",
      code: `require('tls').connect({ checkServerIdentity: () => true });`,
    },
  ],
  invalid: [
    { name: "undefined", code: `require('tls').connect({ host: 'a', checkServerIdentity: () => undefined });` },
    { name: "an empty block", code: `require('https').request({ checkServerIdentity: () => {} });` },
    {
      name: "a method that returns null",
      code: `require('https').request({
  checkServerIdentity(host, cert) {
    return null;
  },
  host: 'a',
});`,
    },
    {
      name: "a function declared apart",
      code: `function skip() {}
require('tls').connect({ checkServerIdentity: skip, host: 'a' });`,
    },
    {
      name: "the check of the process",
      code: `const tls = require('tls');
tls.checkServerIdentity = () => {};
main();`,
    },
    {
      name: "an object for a wrapper out of sight",
      code: `dial({ checkServerIdentity: () => undefined, port: 636 });`,
    },
  ],
});
