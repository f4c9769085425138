import { testRule } from "../../../../test/harness/test-rule.js";

testRule("no-ineffective-tls-options", {
  valid: [
    {
      name: "options that do what they say",
      code: `require('tls').connect({ rejectUnauthorized: true, minVersion: 'TLSv1.2', ciphers: 'ECDHE+AESGCM' });`,
    },
    {
      name: "verification switched off, which is for another rule",
      code: `require('tls').connect({ rejectUnauthorized: false });`,
    },
    { name: "a truthy value that reads as on", code: `require('tls').connect({ rejectUnauthorized: 1 });` },
    {
      name: "verification left to the default where only false switches it off",
      code: `require('tls').connect({ rejectUnauthorized: undefined });`,
      settings: { node: ">=18" },
    },
    {
      name: "zero for a client with rules of its own",
      code: `const Redis = require('ioredis');
new Redis({ tls: { rejectUnauthorized: 0 } });`,
    },
    {
      name: "a server that asks for certificates",
      code: `require('tls').createServer({ key, cert, requestCert: true, rejectUnauthorized: true });`,
    },
    {
      name: "a server that may ask for certificates",
      code: `require('tls').createServer({ key, cert, requestCert: settings.mutual, rejectUnauthorized: true });`,
    },
    {
      name: "a server part of whose options is out of sight",
      code: `require('tls').createServer({ ...given, rejectUnauthorized: true });`,
    },
    {
      name: "verification options beside a secure context",
      code: `const tls = require('tls');
tls.connect({ secureContext: tls.createSecureContext({ ca }), rejectUnauthorized: true, servername: 'example.org' });`,
    },
    {
      name: "a secure context that may be missing",
      code: `const tls = require('tls');
export const open = (given) => tls.connect({ secureContext: given.context, minVersion: 'TLSv1.3' });`,
    },
    {
      name: "a server, which knows no secure context",
      code: `const tls = require('tls');
tls.createServer({ secureContext: tls.createSecureContext({ key, cert }), minVersion: 'TLSv1.3' });`,
    },
    {
      name: "a TLSSocket on the side of the server",
      code: `const tls = require('tls');
new tls.TLSSocket(socket, { isServer: true, key, cert });`,
    },
    {
      name: "a TLSSocket whose side the code does not tell",
      code: `const tls = require('tls');
export const wrap = (socket, options) => new tls.TLSSocket(socket, options);`,
    },
    {
      name: "a TLSSocket that is asked whether it is authorized",
      code: `const tls = require('tls');
const socket = new tls.TLSSocket(raw, { rejectUnauthorized: true });
socket.on('secure', () => {
  if (!socket.authorized) socket.destroy(socket.authorizationError);
});`,
    },
    {
      name: "a TLSSocket whose own verification is asked",
      code: `const tls = require('tls');
const socket = new tls.TLSSocket(raw, { isServer: false });
socket.on('secure', () => done(socket.ssl.verifyError()));`,
    },
    {
      name: "a TLSSocket without a peer",
      code: `const tls = require('tls');
const stream = require('stream');
const { TLSWrap } = new tls.TLSSocket(new stream.PassThrough())._handle;`,
    },
    {
      name: "an option put into an object that several servers take",
      code: `const http = require('http');
export function listen(options) {
  options.requestCert = false;
  return http.createServer(options);
}`,
    },
    {
      name: "a request of http that may have an agent",
      code: `require('http').request({ ...given, rejectUnauthorized: false });`,
      settings: { certainty: "proven" },
    },
    {
      name: "other options of TLS",
      code: `require('tls').connect({ host: 'example.org', session, ALPNProtocols: ['h2'], minVersion: 'TLSv1.3', cert, requestOCSP: true });`,
    },
    {
      name: "a client's own word",
      code: `const mysql = require('mysql2');
mysql.createConnection({ ssl: { verifyIdentity: true, minVersion: 'TLSv1.2' } });`,
    },
    {
      name: "a host name check that would accept everything anyway",
      code: `require('tls').connect({ rejectUnauthorized: false, checkServerIdentity: () => undefined });`,
    },
    {
      name: "a cipher of another trade",
      code: `crypto.generateKeyPairSync('rsa', { privateKeyEncoding: { cipher: 'aes-256-cbc', passphrase } });`,
    },
    {
      name: "one object for http and https",
      code: `const options = { host: 'example.org', rejectUnauthorized: true };
require(isSecure ? 'https' : 'http').request(options);
require('https').get(options);
require('http').get(options);`,
    },
    {
      name: "a request of http through an agent of its own",
      code: `const https = require('https');
require('http').request({ protocol: 'https:', agent: new https.Agent(), rejectUnauthorized: true });`,
    },
    {
      name: "a fetch that is not the global one",
      code: `import { fetch } from './transport.js';
fetch(url, { rejectUnauthorized: true });`,
    },
  ],
  invalid: [
    {
      name: "an option of the documentation of request, whose value the right one would refuse",
      code: `const https = require('https');
new https.Agent({ securityOptions: 'SSL_OP_NO_SSLv3' });`,
    },
    { name: "zero for false", code: `require('tls').connect({ rejectUnauthorized: 0 });`, settings: { node: ">=18" } },
    {
      name: "null for false",
      code: `import https from 'node:https';
https.get({ host: 'example.org', rejectUnauthorized: null });`,
      settings: { node: ">=18" },
    },
    { name: "a text for false", code: `require('tls').connect({ rejectUnauthorized: 'false' });` },
    {
      name: "zero for false, which some releases take for it",
      code: `require('tls').connect({ rejectUnauthorized: 0 });`,
    },
    {
      name: "undefined, which some releases take for false",
      code: `require('tls').connect({ rejectUnauthorized: undefined });`,
    },
    { name: "one for true on a server", code: `require('tls').createServer({ key, cert, requestCert: 1 });` },
    {
      name: "a server that would reject and does not ask",
      code: `import https from 'node:https';
https.createServer({ key, cert, rejectUnauthorized: true }, app);`,
    },
    {
      name: "a server that would not reject and does not ask",
      code: `require('http2').createSecureServer({
  key,
  cert,
  rejectUnauthorized: false,
});`,
    },
    {
      name: "weak options beside a secure context",
      code: `const tls = require('tls');
const secureContext = tls.createSecureContext({ ca });
tls.connect({ host: 'example.org', secureContext, minVersion: 'TLSv1' });`,
    },
    {
      name: "strong options beside a secure context",
      code: `const tls = require('tls');
tls.connect({ host: 'example.org', secureContext: tls.createSecureContext(), minVersion: 'TLSv1.3' });`,
    },
    {
      name: "versions that old releases do not read",
      code: `require('tls').connect({ minVersion: 'TLSv1.2' });`,
      settings: { node: ">=8" },
    },
    {
      name: "a host name check that is never called",
      code: `require('tls').connect({ rejectUnauthorized: false, checkServerIdentity: (host, cert) => verifyPin(cert) });`,
    },
    {
      name: "a TLSSocket as a client",
      code: `const tls = require('tls');
const socket = new tls.TLSSocket(raw, { rejectUnauthorized: true, ca });
socket.write('hello');`,
    },
    {
      name: "a TLSSocket as a client behind the user's own choice",
      code: `import { TLSSocket } from 'node:tls';
if (insecure) start(new TLSSocket(raw, { isServer: false, ciphers }));`,
    },
    { name: "a participle", code: `require('tls').connect({ rejectedUnauthorized: false });` },
    {
      name: "British spelling, asking for verification",
      code: `require('https').request({ host: 'example.org', rejectUnauthorised: true });`,
    },
    {
      name: "letters lost",
      code: `const options = { host: 'example.org' };
options.rejectUnathorized = false;
require('https').get(options);`,
    },
    {
      name: "the words of another library, for a stricter minimum",
      code: `require('tls').connect({ host: 'example.org', minTLSVersion: 'TLSv1.3' });`,
    },
    {
      name: "the words of another library, for the default",
      code: `require('tls').connect({ host: 'example.org', "tls_min_version": "TLSv1.2" });`,
    },
    {
      name: "the words of another library, for a weak minimum",
      code: `require('tls').connect({ tlsMinVersion: 'TLSv1' });`,
    },
    {
      name: "one letter short",
      code: `const cipher = 'ECDHE+AESGCM';
require('tls').connect({ host: 'example.org', minVersion: 'TLSv1.2', cipher });`,
    },
    { name: "another case", code: `require('tls').createServer({ key, cert, secureprotocol: 'TLSv1_method' });` },
    {
      name: "another case, beside the option itself",
      code: `require('tls').connect({ minVersion: 'TLSv1.2', minversion: 'TLSv1.3' });`,
    },
    {
      name: "a value that the code does not tell",
      code: `require('tls').connect({ honourCipherOrder: settings.order });`,
    },
    {
      name: "beside an option that leaves no doubt, its call out of sight",
      code: `startTls({ minVersion: 'TLSv1.2', rejectUnauthorised: true });`,
    },
    {
      name: "an agent of http",
      code: `const http = require('http');
const agent = new http.Agent({ keepAlive: true, rejectUnauthorized: false });`,
    },
    {
      name: "a connection without TLS",
      code: `import net from 'node:net';
net.connect({ host: 'example.org', port: 443, minVersion: 'TLSv1.3' });`,
    },
    {
      name: "a server without TLS",
      code: `require('http').createServer({ key, cert, ciphers: 'ECDHE+AESGCM:!MD5' }, app);`,
    },
    {
      name: "the global fetch",
      code: `const response = await fetch('https://example.org', {
  method: 'POST',
  rejectUnauthorized: false,
});`,
    },
    {
      name: "an object that other code may use",
      code: `const init = { rejectUnauthorized: false };
await fetch('https://example.org', init);
await send(init);`,
    },
    {
      name: "the top level of axios",
      code: `const axios = require('axios');
axios.get('https://example.org', { timeout: 1000, rejectUnauthorized: false });`,
    },
  ],
});
