import { testRule } from "../../../../test/harness/test-rule.js";

testRule("no-disabled-certificate-verification", {
  valid: [
    { name: "verification on", code: `require('tls').connect({ rejectUnauthorized: true });` },
    { name: "a falsy value that is not false", code: `require('tls').connect({ rejectUnauthorized: 0 });` },
    {
      name: "a server that asks for no certificate",
      code: `require('https').createServer({ key, cert, rejectUnauthorized: false });`,
    },
    {
      name: "a server that asks and requires",
      code: `require('https').createServer({ requestCert: true, rejectUnauthorized: true });`,
    },
    { name: "an expected value", code: `expect(options).toEqual({ rejectUnauthorized: false });` },
    {
      name: "a plain HTTP agent, where it has no effect",
      code: `new (require('http')).Agent({ rejectUnauthorized: false });`,
    },
    { name: "a type member", filename: "types.ts", code: `interface Options { rejectUnauthorized: false }` },
    {
      name: "a setting that is not false",
      code: `require('https').get({ rejectUnauthorized: config.verify !== false });`,
    },
    {
      name: "a setting that is on where it is missing",
      code: `require('https').get({ rejectUnauthorized: config.verify ?? true });`,
    },
    {
      name: "the same after compilation",
      code: `var _a;
require('https').get({ rejectUnauthorized: (_a = config.verify) !== null && _a !== void 0 ? _a : true });`,
    },
    {
      name: "a socket that Node does not verify whatever its options say",
      code: `const tls = require('tls');
new tls.TLSSocket(raw, { rejectUnauthorized: false });`,
    },
    { name: "a parameter of that name", code: `function f(rejectUnauthorized = false) { return rejectUnauthorized; }` },
  ],
  invalid: [
    {
      name: "a request",
      code: `const https = require('https');
https.get({ host: 'example.com', rejectUnauthorized: false }, done);`,
    },
    {
      name: "an agent",
      code: `import https from 'node:https';
export const agent = new https.Agent({ rejectUnauthorized: false });`,
    },
    {
      name: "a subclass of Agent",
      code: `import { Agent } from 'https';
class Insecure extends Agent {
  constructor() {
    super({ rejectUnauthorized: false });
  }
}`,
    },
    { name: "the global agent", code: `require('https').globalAgent.options.rejectUnauthorized = false;` },
    {
      name: "a spread of shared options",
      code: `const shared = { rejectUnauthorized: false };
require('https').request({ ...shared, host: 'a' });`,
    },
    {
      name: "an Object.assign",
      code: `require('https').request(Object.assign({}, defaults, { rejectUnauthorized: false }));`,
    },
    {
      name: "a branch behind the user's choice",
      code: `const options = {};
if (argv.insecure) options.rejectUnauthorized = false;
require('https').request(options);`,
    },
    {
      name: "a test file",
      filename: "test/server.test.js",
      code: `require('https').get({ rejectUnauthorized: false });`,
    },
    {
      name: "a client certificate that is optional",
      code: `require('https').createServer({ requestCert: true, rejectUnauthorized: false });`,
    },
    {
      name: "a falsy value on releases where it counts as false",
      code: `require('tls').connect({ rejectUnauthorized: 0 });`,
      settings: { node: "16.0 - 16.6.1" },
    },
    {
      name: "a value that the code does not tell",
      code: `require('https').get({ rejectUnauthorized: config.verify });`,
    },
    {
      name: "a text that is not 'false'",
      code: `require('https').get({ rejectUnauthorized: process.env.VERIFY !== 'false' });`,
    },
    {
      name: "a setting that is off where it is missing",
      code: `require('https').get({ rejectUnauthorized: config.verify || false });`,
    },
    {
      name: "a word for trust that is not false",
      code: `new (require('tedious').Connection)({ server, options: { encrypt: true, trustServerCertificate: config.trust !== false } });`,
    },
    {
      name: "a program that looks at the outcome itself",
      code: `const tls = require('tls');
const socket = tls.connect({ rejectUnauthorized: false }, () => {
  if (!socket.authorized) socket.destroy();
});`,
    },
    { name: "an object for a wrapper out of sight", code: `connect({ host, rejectUnauthorized: false });` },
    {
      name: "a cast",
      filename: "client.ts",
      code: `import { connect } from 'node:tls';
connect({ rejectUnauthorized: false as const } satisfies object);`,
    },
  ],
});
