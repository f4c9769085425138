import { testRule } from "../../../../test/harness/test-rule.js";

testRule("no-legacy-secure-protocol", {
  valid: [
    { name: "a minimum version", code: `require('tls').connect({ minVersion: 'TLSv1.2' });` },
    { name: "an explicit undefined", code: `require('tls').connect({ secureProtocol: undefined });` },
    {
      name: "a method string in a local object called tls",
      code: `const tls = { connect() {} };
tls.connect({ method: 'TLSv1_method' });`,
    },
    { name: "the option name in a list of names", code: `const keys = ['secureProtocol', 'ciphers'];` },
    {
      name: "a version conflict, which throws and is another rule's",
      code: `require('tls').connect({ secureProtocol: 'TLSv1_2_method', minVersion: 'TLSv1.2' });`,
    },
  ],
  invalid: [
    {
      name: "TLS 1.0 alone",
      code: `const tls = require('tls');
tls.connect({ host, secureProtocol: 'TLSv1_method' });`,
    },
    {
      name: "a client method of TLS 1.1 in an agent",
      code: `import { Agent } from 'node:https';
new Agent({ keepAlive: true, secureProtocol: "TLSv1_1_client_method" });`,
    },
    {
      name: "TLS_method, which looks modern and lowers the floor",
      code: `import * as https from 'https';
https.createServer({ key, cert, secureProtocol: 'TLS_method' }, app);`,
    },
    {
      name: "SSLv23_method, which rules TLS 1.3 out",
      code: `const https = require('https');
https.request({ host: 'example.com', secureProtocol: 'SSLv23_method' });`,
    },
    {
      name: "SSLv3_method, which throws",
      code: `require('tls').createSecureContext({ secureProtocol: 'SSLv3_method' });`,
    },
    {
      name: "a method that Node never had",
      code: `require('tls').createSecureContext({ secureProtocol: 'TLSv1_3_method' });`,
    },
    { name: "a quoted key", code: `require('tls').connect({ 'secureProtocol': 'TLSv1_method', });` },
    { name: "a computed key", code: `require('tls').connect({ ['secureProtocol']: 'TLSv1_method' });` },
    {
      name: "a shorthand property",
      code: `const secureProtocol = 'TLSv1_method';
require('tls').connect({ secureProtocol });`,
    },
    { name: "a template literal", code: "require('tls').connect({ secureProtocol: `TLSv1_method` });" },
    {
      name: "a constant of its own",
      code: `const METHOD = 'TLSv1_method';
require('tls').connect({ secureProtocol: METHOD });`,
    },
    {
      name: "a member write behind the object",
      code: `const options = { host };
options.secureProtocol = 'TLSv1_method';
require('tls').connect(options);`,
    },
    {
      name: "a member write on a parameter",
      code: `function prepare(options) {
  options.secureProtocol = 'TLSv1_method';
}`,
    },
    {
      name: "an object for a wrapper out of sight",
      code: `openRawTlsSocket({ host, secureProtocol: 'TLSv1_method' });`,
    },
    {
      name: "a comment between key and value",
      code: `require('tls').connect({
  secureProtocol: /* legacy box */ 'TLSv1_method', // since 2014
});`,
    },
    {
      name: "a modern profile",
      code: `require('tls').connect({ secureProtocol: 'TLSv1_2_method' });`,
      settings: { profile: "modern" },
    },
    {
      name: "an exported object, which is not ours to edit",
      code: `module.exports = { secureProtocol: 'TLSv1_method' };`,
    },
  ],
});
