import { testRule } from "../../../../test/harness/test-rule.js";

testRule("no-deprecated-tls-api", {
  valid: [
    {
      name: "the present API",
      code: `const tls = require('tls');
tls.connect({ socket, servername: 'example.org', ALPNProtocols: ['h2'], ecdhCurve: 'auto' });`,
    },
    {
      name: "credentials of a wallet",
      code: `import { createCredentials } from './wallet.js';
createCredentials(user);`,
    },
    {
      name: "a method of the same name",
      code: `const chart = require('charts').createServer();
chart.setOptions({ ciphers: [] });`,
    },
    {
      name: "a secure pair where there is nothing newer",
      code: `const tls = require('tls');
if (tls.TLSSocket) start(new tls.TLSSocket(raw, { isServer: true }));
else start(tls.createSecurePair(context, true));`,
    },
    {
      name: "credentials for old releases",
      code: `const crypto = require('crypto');
const context = process.version < 'v0.11' ? crypto.createCredentials({ ciphers }) : null;`,
    },
    {
      name: "a servername that begins with a number",
      code: `require('tls').connect({ servername: '1.example.org' });`,
    },
    { name: "an address as the host", code: `require('tls').connect({ host: '127.0.0.1', servername: 'localhost' });` },
    {
      name: "a module of the project",
      code: `const wrap = require('./_tls_wrap');
wrap.connect({ minVersion: 'TLSv1.2' });`,
    },
  ],
  invalid: [
    {
      name: "a secure pair",
      code: `const tls = require('tls');
const pair = tls.createSecurePair(context, true);`,
    },
    {
      name: "a secure pair where every release still has it",
      code: `import { createSecurePair } from 'node:tls';
const pair = createSecurePair(context, true);`,
      settings: { node: "18 - 22" },
    },
    {
      name: "classes that are gone",
      code: `const tls = require('tls');
const pair = new tls.SecurePair();
const stream = new tls.CryptoStream(pair);`,
    },
    {
      name: "credentials of the first releases",
      code: `const crypto = require('crypto');
const credentials = crypto.createCredentials({ key, cert });
new crypto.Credentials('TLSv1_method');`,
    },
    {
      name: "a parser of certificates",
      code: `const { parseCertString } = require('tls');
const subject = parseCertString(certificate.subject);`,
    },
    {
      name: "protocols of NPN",
      code: `const tls = require('tls');
tls.convertNPNProtocols(['http/1.1'], options);
tls.createServer({
  key,
  cert,
  NPNProtocols: ['http/1.1'],
});`,
    },
    {
      name: "protocols of NPN where a release knows them",
      code: `require('tls').createServer({ key, cert, NPNProtocols: ['http/1.1'] });`,
      settings: { node: ">=8" },
    },
    {
      name: "options of a running server",
      code: `const tls = require('tls');
const server = tls.createServer({ key, cert, minVersion: 'TLSv1.2' });
server.setOptions({ key, cert });`,
    },
    { name: "ECDH switched off", code: `require('tls').createServer({ key, cert, ecdhCurve: false });` },
    {
      name: "ECDH switched off where a release can",
      code: `require('tls').createServer({ key, cert, ecdhCurve: false });`,
      settings: { node: "8 || 10" },
    },
    {
      name: "an address as the server's name",
      code: `require('tls').connect({ host: '127.0.0.1', servername: '127.0.0.1' });`,
    },
    {
      name: "an address of IPv6 where every release still takes it",
      code: `require('https').get({ host: '::1', servername: "::1" });`,
      settings: { node: "20 - 24" },
    },
    {
      name: "engines",
      code: `require('tls').createSecureContext({ cert, privateKeyEngine: 'pkcs11', privateKeyIdentifier: 'slot 0' });
require('https').request({ clientCertEngine: 'pkcs11' });`,
    },
    {
      name: "an internal module",
      code: `const { TLSSocket } = require('_tls_wrap');
new TLSSocket(socket, { isServer: true });`,
    },
    {
      name: "an internal module, imported",
      code: `import { createSecureContext } from "node:_tls_common";
createSecureContext({ ciphers });`,
    },
    {
      name: "an internal module for what nothing else exports",
      code: `const { translatePeerCertificate } = require('_tls_common');
translatePeerCertificate(certificate);`,
    },
    {
      name: "an internal module that is patched",
      code: `const wrap = require('_tls_wrap');
wrap.connect = traced(wrap.connect);`,
    },
    {
      name: "an internal module that is gone",
      code: `const { createSecurePair } = require('_tls_legacy');
createSecurePair();`,
    },
    {
      name: "behind the user's own choice",
      code: `const tls = require('tls');
if (legacy) tls.createSecurePair(context, false);`,
    },
  ],
});
