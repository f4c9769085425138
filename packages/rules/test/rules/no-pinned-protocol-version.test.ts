import { testRule } from "../../../../test/harness/test-rule.js";

testRule("no-pinned-protocol-version", {
  valid: [
    { name: "TLS 1.3 as the maximum", code: `require('tls').connect({ maxVersion: 'TLSv1.3' });` },
    {
      name: "TLS 1.3 as the maximum, where the cipher list rules it out on older releases",
      code: `require('tls').connect({ maxVersion: 'TLSv1.3', ciphers: 'ECDHE+AESGCM' });`,
    },
    { name: "no maximum", code: `require('tls').connect({ minVersion: 'TLSv1.2' });` },
    {
      name: "a maximum that RFC 8996 prohibits, which is for another rule",
      code: `require('tls').connect({ minVersion: 'TLSv1', maxVersion: 'TLSv1.1' });`,
    },
    {
      name: "bounds that let nothing through, which is for another rule",
      code: `require('tls').connect({ minVersion: 'TLSv1.3', maxVersion: 'TLSv1.2' });`,
    },
    {
      name: "a release without TLS 1.3",
      code: `require('tls').connect({ maxVersion: 'TLSv1.2' });`,
      settings: { node: "10" },
    },
    { name: "a value that the code does not tell", code: `require('tls').connect({ maxVersion: settings.ceiling });` },
    { name: "an application's own maximum version", code: `checkUpdate({ maxVersion: '1.2.0' });` },
  ],
  invalid: [
    { name: "TLS 1.2 as the maximum", code: `require('tls').connect({ maxVersion: 'TLSv1.2' });` },
    {
      name: "TLS 1.2 alone, on a server",
      code: `import https from 'node:https';
https.createServer({
  key,
  cert,
  minVersion: 'TLSv1.2', // as the auditors asked
  maxVersion: 'TLSv1.2',
});`,
    },
    {
      name: "the default of the process",
      code: `const tls = require('tls');
tls.DEFAULT_MAX_VERSION = 'TLSv1.2';
tls.DEFAULT_MIN_VERSION = 'TLSv1.2';`,
    },
    { name: "one of two values", code: `require('tls').connect({ maxVersion: isMainframe ? 'TLSv1.2' : 'TLSv1.3' });` },
    {
      name: "one of two values where not every release has TLS 1.3",
      code: `require('tls').connect({ maxVersion: isMainframe ? 'TLSv1.2' : undefined });`,
      settings: { node: "10 - 26" },
    },
    {
      name: "behind the user's own choice",
      code: `require('tls').connect({ maxVersion: legacy ? 'TLSv1.2' : undefined });`,
    },
    {
      name: "an assignment to an agent's options",
      code: `const https = require('https');
const agent = new https.Agent();
agent.options.maxVersion = 'TLSv1.2';`,
    },
    {
      name: "a constant that serves two calls",
      code: `const CEILING = 'TLSv1.2';
require('tls').connect({ maxVersion: CEILING });
require('https').get({ maxVersion: CEILING });`,
    },
    { name: "an exported object", code: `export const options = { maxVersion: 'TLSv1.2' };` },
    {
      name: "the only version a policy asks for is TLS 1.3",
      code: `require('tls').connect({ maxVersion: 'TLSv1.2' });`,
      settings: { profile: "modern" },
    },
  ],
});
