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
      name: "a choice inside the check",
      code: `const tls = require('tls');
tls.connect({
  host: 'a',
  checkServerIdentity(host, cert) {
    if (config.validateHostname) {
      return tls.checkServerIdentity(host, cert);
    }
  },
});`,
    },
    {
      name: "a choice inside the check, behind another one around the options",
      code: `const tls = require('tls');
const options = { host: 'a' };
if (config.skipHostname) options.checkServerIdentity = (host, cert) => (config.strict ? tls.checkServerIdentity(host, cert) : undefined);
tls.connect(options);`,
    },
    {
      name: "an answer whether the certificate fits",
      code: `require('tls').connect({ host: 'a', checkServerIdentity: (host, cert) => cert.subject.CN === 'printer' });`,
    },
    {
      name: "an answer whether the certificate fits, of another function",
      code: `function isPrinter(cert) {
  return cert && cert.subject && cert.subject.CN === 'printer';
}
require('https').request({ host: 'a', checkServerIdentity: (host, cert) => isPrinter(cert) });`,
    },
    {
      name: "an object for a wrapper out of sight",
      code: `dial({ checkServerIdentity: () => undefined, port: 636 });`,
    },
  ],
});
