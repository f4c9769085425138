import { testRule } from "../../../../test/harness/test-rule.js";

testRule("no-deprecated-protocol-version", {
  valid: [
    { name: "TLS 1.2", code: `require('tls').connect({ minVersion: 'TLSv1.2' });` },
    { name: "TLS 1.3 as the maximum", code: `require('tls').connect({ maxVersion: 'TLSv1.3' });` },
    { name: "an application's own minimum version", code: `checkUpdate({ minVersion: '1.2.0' });` },
    { name: "an expected value", code: `assert.deepEqual(options, { minVersion: 'TLSv1' });` },
  ],
  invalid: [
    { name: "TLS 1.0 as the minimum", code: `require('tls').connect({ minVersion: 'TLSv1' });` },
    {
      name: "TLS 1.1 as the minimum of a server",
      code: `import { createServer } from 'https';
createServer({ key, cert, minVersion: "TLSv1.1" });`,
    },
    {
      name: "TLS 1.0 at security level 0, reachable everywhere",
      code: `require('tls').connect({ minVersion: 'TLSv1', ciphers: 'ALL:@SECLEVEL=0' });`,
    },
    {
      name: "TLS 1.0 on old releases only",
      code: `require('tls').connect({ minVersion: 'TLSv1' });`,
      settings: { node: "12 - 16" },
    },
    {
      name: "a maximum that is too old",
      code: `require('tls').connect({ minVersion: 'TLSv1', maxVersion: 'TLSv1.1' });`,
    },
    {
      name: "the default of the process",
      code: `const tls = require('tls');
tls.DEFAULT_MIN_VERSION = 'TLSv1';`,
    },
    { name: "the default of the process, inline", code: `require('tls').DEFAULT_MIN_VERSION = "TLSv1.1";` },
    {
      name: "TLS 1.2 under a policy that asks for more",
      code: `require('tls').connect({ minVersion: 'TLSv1.2' });`,
      settings: { profile: "modern" },
    },
    { name: "one of two values", code: `require('tls').connect({ minVersion: isMainframe ? 'TLSv1' : 'TLSv1.2' });` },
    {
      name: "a default behind a setting",
      code: `require('tls').connect({ minVersion: process.env.MIN_TLS || 'TLSv1' });`,
    },
    { name: "a value that the code does not tell", code: `require('tls').connect({ minVersion: settings.floor });` },
    {
      name: "a constant that serves two calls",
      code: `const FLOOR = 'TLSv1';
require('tls').connect({ minVersion: FLOOR });
require('https').get({ minVersion: FLOOR });`,
    },
    {
      name: "a member of this",
      code: `import { connect } from 'tls';
class Client {
  options = { minVersion: 'TLSv1' };
  open() {
    return connect(this.options);
  }
}`,
    },
  ],
});
