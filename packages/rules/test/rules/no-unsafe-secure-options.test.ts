import { testRule } from "../../../../test/harness/test-rule.js";

testRule("no-unsafe-secure-options", {
  valid: [
    {
      name: "old versions switched off, which Node does anyway",
      code: `const { constants } = require('crypto');
require('tls').connect({ secureOptions: constants.SSL_OP_NO_SSLv2 | constants.SSL_OP_NO_SSLv3 | constants.SSL_OP_NO_TLSv1 });`,
    },
    {
      name: "TLS 1.2 switched off, TLS 1.3 left",
      code: `const { constants } = require('crypto');
require('tls').connect({ secureOptions: constants.SSL_OP_NO_TLSv1_2 });`,
    },
    {
      name: "a weak bit that is cleared",
      code: `const { SSL_OP_NO_TLSv1_3, SSL_OP_NO_TICKET } = require('crypto').constants;
require('tls').connect({ secureOptions: (SSL_OP_NO_TICKET | SSL_OP_NO_TLSv1_3) & ~SSL_OP_NO_TLSv1_3 });`,
    },
    {
      name: "workarounds that matter for TLS 1.0 alone",
      code: `const { constants } = require('crypto');
require('tls').connect({ secureOptions: constants.SSL_OP_ALL });`,
    },
    {
      name: "TLS 1.3 switched off on releases without it",
      code: `const { constants } = require('crypto');
require('tls').connect({ secureOptions: constants.SSL_OP_NO_TLSv1_3 });`,
      settings: { node: "10" },
    },
    {
      name: "a default for what may be missing",
      code: `const { constants } = require('crypto');
require('tls').connect({ secureOptions: options.secureOptions || constants.SSL_OP_NO_TLSv1 });`,
      settings: { level: "warning" },
    },
    { name: "a number without weak bits", code: `require('tls').connect({ secureOptions: 0x4000 | (1 << 17) });` },
    {
      name: "a server with the bit of a client, which it never reads",
      code: `const { constants } = require('crypto');
require('https').createServer({ key, cert, secureOptions: constants.SSL_OP_LEGACY_SERVER_CONNECT });`,
    },
    {
      name: "a client with the bit of a server",
      code: `const { constants } = require('crypto');
require('tls').connect({ secureOptions: constants.SSL_OP_TLS_ROLLBACK_BUG });`,
    },
    {
      name: "the options of an FTP client",
      code: `ftp.access({ host: 'example.org', secureOptions: { host: 'example.org' } });`,
    },
  ],
  invalid: [
    {
      name: "legacy renegotiation",
      code: `const { constants } = require('crypto');
require('tls').connect({ host: 'example.org', secureOptions: constants.SSL_OP_ALLOW_UNSAFE_LEGACY_RENEGOTIATION });`,
    },
    {
      name: "a legacy server among harmless bits",
      code: `import { constants } from 'node:crypto';
import https from 'node:https';
new https.Agent({ secureOptions: constants.SSL_OP_NO_SSLv3 | constants.SSL_OP_LEGACY_SERVER_CONNECT | constants.SSL_OP_NO_TICKET });`,
    },
    {
      name: "the first of two bits",
      code: `import { constants } from 'node:crypto';
import https from 'node:https';
new https.Agent({
  secureOptions:
    (constants.SSL_OP_LEGACY_SERVER_CONNECT) |
    (constants.SSL_OP_NO_TICKET),
});`,
    },
    {
      name: "the last of two bits, with a comment",
      code: `import { constants } from 'node:crypto';
import https from 'node:https';
new https.Agent({
  secureOptions:
    constants.SSL_OP_NO_TICKET | // stateless
    constants.SSL_OP_LEGACY_SERVER_CONNECT,
});`,
    },
    {
      name: "a bit behind a cast",
      filename: "src/agent.ts",
      code: `import { constants } from 'node:crypto';
import https from 'node:https';
new https.Agent({ secureOptions: (constants.SSL_OP_LEGACY_SERVER_CONNECT as number) | constants.SSL_OP_NO_TICKET });`,
    },
    {
      name: "two weak bits",
      code: `const { constants: { SSL_OP_LEGACY_SERVER_CONNECT, SSL_OP_NO_ENCRYPT_THEN_MAC } } = require('crypto');
require('tls').connect({ secureOptions: SSL_OP_LEGACY_SERVER_CONNECT | SSL_OP_NO_ENCRYPT_THEN_MAC });`,
    },
    {
      name: "TLS 1.3 switched off",
      code: `const { constants } = require('crypto');
require('tls').createServer({ key, cert, secureOptions: constants.SSL_OP_NO_TLSv1_3 });`,
    },
    {
      name: "TLS 1.2 switched off, TLS 1.0 and 1.1 left",
      code: `const { constants } = require('crypto');
require('tls').connect({ minVersion: 'TLSv1', secureOptions: constants.SSL_OP_NO_TLSv1_2 | constants.SSL_OP_NO_TLSv1_3 });`,
    },
    {
      name: "workarounds beside TLS 1.0",
      code: `const { constants } = require('crypto');
require('tls').connect({ minVersion: 'TLSv1', secureOptions: constants.SSL_OP_ALL });`,
    },
    {
      name: "resumption without forward secrecy, and a rollback",
      code: `const c = require('constants');
require('tls').createServer({ secureOptions: c.SSL_OP_ALLOW_NO_DHE_KEX | c.SSL_OP_TLS_ROLLBACK_BUG });`,
    },
    { name: "a hexadecimal number", code: `require('tls').connect({ secureOptions: 0x40004 });` },
    { name: "arithmetic", code: `require('tls').connect({ secureOptions: (1 << 2) + (1 << 14) });` },
    {
      name: "a constant that serves this option alone",
      code: `const { constants } = require('crypto');
const BITS = constants.SSL_OP_NO_TICKET | constants.SSL_OP_LEGACY_SERVER_CONNECT;
require('tls').connect({ secureOptions: BITS });`,
    },
    {
      name: "a constant that serves more",
      code: `const { constants } = require('crypto');
const BITS = constants.SSL_OP_NO_TICKET | constants.SSL_OP_LEGACY_SERVER_CONNECT;
export { BITS };
require('tls').connect({ secureOptions: BITS });`,
    },
    {
      name: "joined to what is there",
      code: `const { constants } = require('crypto');
const options = { host: 'example.org' };
options.secureOptions |= constants.SSL_OP_LEGACY_SERVER_CONNECT;
require('tls').connect(options);`,
    },
    {
      name: "joined to what the code does not tell",
      code: `const { constants } = require('crypto');
export function open(given) {
  return require('tls').connect({ secureOptions: given.secureOptions | constants.SSL_OP_LEGACY_SERVER_CONNECT });
}`,
    },
    {
      name: "behind the user's own choice",
      code: `const { constants } = require('crypto');
require('tls').connect({ secureOptions: legacy ? constants.SSL_OP_LEGACY_SERVER_CONNECT : 0 });`,
    },
    {
      name: "one of two values",
      code: `const { constants } = require('crypto');
require('tls').connect({ secureOptions: isMainframe ? constants.SSL_OP_LEGACY_SERVER_CONNECT : 0 });`,
    },
    {
      name: "bits joined with ||",
      code: `const { constants } = require('crypto');
require('tls').connect({ secureOptions: constants.SSL_OP_NO_SSLv3 || constants.SSL_OP_NO_TLSv1 || constants.SSL_OP_NO_TLSv1_1 });`,
    },
    {
      name: "bits joined with ||, one of them weak",
      code: `const { constants } = require('crypto');
require('tls').connect({ secureOptions: constants.SSL_OP_NO_SSLv3 || constants.SSL_OP_LEGACY_SERVER_CONNECT });`,
    },
    { name: "a value that the code does not tell", code: `require('tls').connect({ secureOptions: config.bits });` },
  ],
});
