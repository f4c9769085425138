import { testRule } from "../../../../test/harness/test-rule.js";

const bits1024 = `-----BEGIN DH PARAMETERS-----
MIGHAoGBAMcBG64yQ44bXm1E0I/RhwnykjN8Md7RcyQpqMxQss8nqQxOWf8tCpl+
KTaDsdb+9CJPgS1YfUK7rf85rWFRbVXdsNQ2Dy5/DzluLy3xPbYngqO54U/rbxXY
cQ3/eLpRrLh/1ptTdfNbKgMXj4aWIKsfuGpTbHZi5vQ52xnaJLn3AgEC
-----END DH PARAMETERS-----`;

const bits2048 = `-----BEGIN DH PARAMETERS-----
MIIBCAKCAQEA///////////JD9qiIWjCNMTGYouA3BzRKQJOCIpnzHQCC76mOxOb
IlFKCHmONATd75UZs806QxswKwpt8l8UN0/hNW1tUcJF5IW1dmJefsb0TELppjft
awv/XLb0Brft7jhr+1qJn6WunyQRfEsf5kkoZlHs5Fs9wgB8uKFjvwWY2kg2HFXT
mmkWP6j9JM9fg2VdI9yjrZYcYvNWIIVSu57VKQdwlpZtZww1Tkq8mATxdGwIyhgh
fDKQXkYuNs474553LBgOhgObJ4Oi7Aeij7XFXfBvTFLJ3ivL9pVYFxg5lUl86pVq
5RXSJhiY+gUQFXKOWoqsqmj//////////wIBAg==
-----END DH PARAMETERS-----`;

const inBase64 = Buffer.from(bits1024).toString("base64");
const der = bits1024.replace(/-----.*-----|\s/g, "");

/** `'auto'` is known to every release of it, and the oldest takes a modulus of 1024 bits. */
const withAuto = { node: ">=20" };
const withoutTls12 = "minVersion: 'TLSv1.3'";
const stricter = { policy: { name: "ours", extends: "intermediate", minDHSize: 3072 } } as const;

testRule("no-small-dh-modulus", {
  valid: [
    {
      name: "a client that asks for what the policy asks for",
      code: `require('tls').connect({ host, minDHSize: 2048 });`,
    },
    { name: "Node's own minimum, where nothing is written", code: `require('tls').connect({ host });` },
    {
      name: "a minimum below that of the releases in range",
      code: `require('tls').connect({ host, minDHSize: 1024 });`,
      settings: { node: ">=24.5" },
    },
    {
      name: "a minimum below that of the security level",
      code: `require('tls').connect({ host, ciphers: 'DEFAULT@SECLEVEL=2', minDHSize: 1024 });`,
    },
    {
      name: "a client without suites that use it",
      code: `require('tls').connect({ host, ciphers: 'ECDHE+AESGCM', minDHSize: 1024 });`,
    },
    { name: "a client of TLS 1.3 only", code: `require('tls').connect({ host, ${withoutTls12}, minDHSize: 1024 });` },
    {
      name: "a minimum that the code does not tell, for a client of TLS 1.3 only",
      code: `require('tls').connect({ host, ${withoutTls12}, minDHSize: settings.bits });`,
    },
    { name: "a minimum that throws", code: `require('tls').connect({ host, minDHSize: '1024' });` },
    { name: "a server, which asks for nothing", code: `require('tls').createServer({ key, cert, minDHSize: 1024 });` },
    { name: "a context, which asks for nothing", code: `require('tls').createSecureContext({ ca, minDHSize: 1024 });` },
    { name: "another module's object", code: `dh.generate({ minSize: 1024 });` },
    { name: "parameters of 2048 bits", code: `require('tls').createServer({ key, cert, dhparam: \`${bits2048}\` });` },
    {
      name: "parameters of OpenSSL's choice",
      code: `import https from 'node:https';
https.createServer({ key, cert, dhparam: 'auto' });`,
    },
    { name: "a server without parameters", code: `require('https').createServer({ key, cert });` },
    {
      name: "parameters of a client, which has no use for them",
      code: `require('tls').connect({ host, dhparam: \`${bits1024}\` });`,
    },
    {
      name: "parameters of a server of TLS 1.3 only",
      code: `require('tls').createServer({ key, cert, ${withoutTls12}, dhparam: \`${bits1024}\` });`,
    },
    {
      name: "parameters of a server without suites that use them",
      code: `require('tls').createServer({ key, cert, ciphers: 'ECDHE+AESGCM', dhparam: \`${bits1024}\` });`,
    },
    {
      name: "parameters that every release in range refuses",
      code: `require('tls').createServer({ key, cert, dhparam: \`${bits1024}\` });`,
      settings: { node: ">=24.5" },
    },
    {
      name: "parameters of a file, for a server of TLS 1.3 only",
      code: `require('tls').createServer({ key, cert, ${withoutTls12}, dhparam: fs.readFileSync('dh.pem') });`,
    },
    {
      name: "parameters of a context for a server name, of which only the certificate counts",
      code: `const server = require('tls').createServer({ key, cert });\nserver.addContext('a.example', { key, cert, dhparam: \`${bits1024}\` });`,
    },
    {
      name: "DER, which Node drops",
      code: `require('tls').createServer({ key, cert, dhparam: Buffer.from('${der}', 'base64') });`,
    },
    { name: "parameters in a text", code: `log(\`${bits1024}\`);` },
  ],
  invalid: [
    { name: "a minimum of 1024 bits", code: `require('tls').connect({ host, minDHSize: 1024 });` },
    {
      name: "a minimum smaller than any release takes",
      code: `require('tls').connect({ host, minDHSize: 512 });`,
      settings: withAuto,
    },
    {
      name: "a minimum of 2048 bits under a stricter policy",
      code: `require('tls').connect({ host, minDHSize: 2048 });`,
      settings: stricter,
    },
    {
      name: "a constant",
      code: `const MIN_DH_BITS = 768;
require('https').get({ host, minDHSize: MIN_DH_BITS });`,
    },
    {
      name: "an expression",
      code: `import { connect } from 'node:tls';
connect(443, host, { minDHSize: 1 << 10 });`,
    },
    {
      name: "a minimum that is written later",
      code: `const options = { host };
options.minDHSize = 1024;
require('tls').connect(options);`,
    },
    { name: "one of two minima", code: `require('tls').connect({ host, minDHSize: isOldDevice ? 1024 : 2048 });` },
    {
      name: "a minimum of a database driver",
      code: `import { MongoClient } from 'mongodb';
new MongoClient(url, { tls: true, minDHSize: 1024 });`,
    },
    { name: "a minimum whose call is out of sight", code: `module.exports = { host, minDHSize: 1024 };` },
    {
      name: "a minimum that the code does not tell",
      code: `require('tls').connect({ host, minDHSize: settings.bits });`,
    },
    {
      name: "parameters in a template",
      code: `require('tls').createServer({ key, cert, dhparam: \`${bits1024}\` });`,
      settings: withAuto,
    },
    {
      name: "parameters where not every release knows a better choice",
      code: `require('tls').createServer({ key, cert, dhparam: \`${bits1024}\` });`,
    },
    {
      name: "parameters of 2048 bits under a stricter policy",
      code: `require('tls').createServer({ key, cert, dhparam: \`${bits2048}\` });`,
      settings: { ...withAuto, ...stricter },
    },
    {
      name: "parameters in a constant of lines",
      code: `const DH = [\n${bits1024
        .split("\n")
        .map((line) => `  '${line}',`)
        .join("\n")}\n].join('\\n');\nrequire('https').createServer({ key, cert, dhparam: DH });`,
      settings: withAuto,
    },
    {
      name: "parameters in a buffer",
      code: `import https from 'node:https';\nimport { Buffer } from 'node:buffer';\nhttps.createServer({ key, cert, dhparam: Buffer.from(\`${bits1024}\`) });`,
      settings: withAuto,
    },
    {
      name: "parameters in base64",
      code: `const dhparam = Buffer.from('${inBase64}', 'base64');\nrequire('tls').createServer({ key, cert, dhparam });`,
      settings: withAuto,
    },
    {
      name: "parameters that a server gets later",
      code: `const server = require('tls').createServer({ key, cert });\nserver.setSecureContext({ key, cert, dhparam: \`${bits1024}\` });`,
      settings: withAuto,
    },
    {
      name: "parameters of a context, which may be a server's",
      code: `require('tls').createSecureContext({ key, cert, dhparam: \`${bits1024}\` });`,
      settings: withAuto,
    },
    {
      name: "parameters whose call is out of sight",
      code: `listen({ key, cert, dhparam: \`${bits1024}\` });`,
      settings: withAuto,
    },
    {
      name: "parameters of a file",
      code: `require('tls').createServer({ key, cert, dhparam: fs.readFileSync('dh.pem') });`,
    },
  ],
});
