import { describe, expect, it } from "vitest";
import { mendText } from "../../../../codemods/src/engine/mending/mend-text.js";
import { resolveSettings } from "../../src/settings.js";

const mended = (code: string, path = "src/example.ts") =>
  mendText(path, code, resolveSettings(), { grades: ["fix", "upgrade", "ask"] }).text;

const legacy = "secureOptions: constants.SSL_OP_LEGACY_SERVER_CONNECT";

describe("What nothing reads after an edit goes with it:", () => {
  it.each([
    [
      "an import of a module of Node's",
      `import { constants } from 'node:crypto';
import tls from 'node:tls';
tls.connect({ host, ${legacy} });`,
      `import tls from 'node:tls';
tls.connect({ host });`,
    ],
    [
      "one name of an import",
      `import { constants, randomBytes } from 'node:crypto';
import tls from 'node:tls';
tls.connect({ host, path: randomBytes(4), ${legacy} });`,
      `import { randomBytes } from 'node:crypto';
import tls from 'node:tls';
tls.connect({ host, path: randomBytes(4) });`,
    ],
    [
      "one name of a pattern",
      `const { randomBytes, constants } = require('crypto');
require('tls').connect({ host, path: randomBytes(4), ${legacy} });`,
      `const { randomBytes } = require('crypto');
require('tls').connect({ host, path: randomBytes(4) });`,
    ],
    [
      "one name of a pattern of another module",
      `const { given, insecure } = require('./settings');
if (!insecure) process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
require('tls').connect({ ...given });`,
      `const { given } = require('./settings');
require('tls').connect({ ...given });`,
    ],
    [
      "a module behind a constant, one after the other",
      `const crypto = require('crypto');
const constants = crypto.constants;
const flags = constants.SSL_OP_LEGACY_SERVER_CONNECT;
require('tls').connect({ host, secureOptions: flags });`,
      "require('tls').connect({ host });",
    ],
    [
      "one of several constants",
      `const ceiling = 'TLSv1.2', host = 'a';
require('tls').connect({ host, maxVersion: ceiling });`,
      `const host = 'a';
require('tls').connect({ host });`,
    ],
    [
      "a function",
      `import tls from 'tls';
function accept() {
  return undefined;
}
tls.connect({ host, checkServerIdentity: accept });`,
      `import tls from 'tls';
tls.connect({ host });`,
    ],
    [
      "an import of TypeScript's, with the blank line that would be left at the start",
      `import https = require('https');

https.globalAgent.options.maxVersion = 'TLSv1.2';
start();`,
      "start();",
    ],
    [
      "one of two names in a nested pattern",
      `const { constants: { SSL_OP_LEGACY_SERVER_CONNECT, SSL_OP_NO_SSLv3 } } = require('crypto');
require('tls').connect({ host, path: SSL_OP_NO_SSLv3, secureOptions: SSL_OP_LEGACY_SERVER_CONNECT });`,
      `const { constants: { SSL_OP_NO_SSLv3 } } = require('crypto');
require('tls').connect({ host, path: SSL_OP_NO_SSLv3 });`,
    ],
    [
      "a nested pattern of one name",
      `const { constants: { SSL_OP_LEGACY_SERVER_CONNECT } } = require('crypto');
require('tls').connect({ host, secureOptions: SSL_OP_LEGACY_SERVER_CONNECT });`,
      "require('tls').connect({ host });",
    ],
    [
      "a constant between blank lines, with one of them",
      `const tls = require('tls');

const ceiling = 'TLSv1.2';

tls.connect({ host, maxVersion: ceiling });`,
      `const tls = require('tls');

tls.connect({ host });`,
    ],
    [
      "a module whose only use is what goes",
      `const tls = require('tls');
tls.DEFAULT_MAX_VERSION = 'TLSv1.2';
start();`,
      "start();",
    ],
  ])("%s", (_, before, after) => {
    expect(mended(before)).toBe(after);
    expect(mended(before.replaceAll("\n", "\r\n"))).toBe(after.replaceAll("\n", "\r\n"));
  });
});

describe("What may be wanted stays:", () => {
  it.each([
    [
      "a name that something else reads",
      `const ceiling = 'TLSv1.2';
require('tls').connect({ host, maxVersion: ceiling });
log(ceiling);`,
    ],
    [
      "an exported one",
      `export const ceiling = 'TLSv1.2';
require('tls').connect({ host, maxVersion: ceiling });`,
    ],
    [
      "one of several exported ones",
      `export const ceiling = 'TLSv1.2', floor = 1;
require('tls').connect({ host, maxVersion: ceiling });`,
    ],
    [
      "an explained one",
      `// their load balancer knows no other
const ceiling = 'TLSv1.2';
require('tls').connect({ host, maxVersion: ceiling });`,
    ],
    [
      "one beside a rest element, which would hold it",
      `const { ceiling = 'TLSv1.2', ...others } = {};
require('tls').connect({ host, maxVersion: ceiling });
log(others);`,
    ],
    [
      "a declaration that does something",
      `const ceiling = (count(), 'TLSv1.2');
require('tls').connect({ host, maxVersion: ceiling });`,
    ],
    [
      "what was unused before",
      `const unused = 1;
require('tls').connect({ host, maxVersion: 'TLSv1.2' });`,
    ],
  ])("%s", (_, code) => expect(mended(code)).toBe(code.replace(/, maxVersion: [^ ]+/, "")));

  it("loading another module, which may do something, where its last name goes", () =>
    expect(
      mended(`import { reason } from './reason.js';
require('tls').connect({ host, checkServerIdentity: () => log(reason) && undefined });`),
    ).toBe(`import './reason.js';
require('tls').connect({ host });`));
});

it("A parameter that nothing would read any more is a choice of the caller: the edit is asked about", () => {
  const program = (parameter: string, local: string) => `const tls = require("tls");
module.exports = (${parameter}) => {
${local}  const secureProtocol = strict && "TLSv1_method";
  tls.connect({ secureProtocol, minVersion: "TLSv1.2" });
};
`;
  const mends = (code: string, ask: boolean) =>
    mendText("src/a.js", code, resolveSettings(), { grades: ["fix", "upgrade", ...(ask ? (["ask"] as const) : [])] });
  const ofCaller = program("strict", "");
  expect(mends(ofCaller, false).text).toBe(ofCaller);
  expect(mends(ofCaller, true).text).not.toContain("TLSv1_method");
  const ofFunction = program("given", "  const strict = Date.now() > 3;\n");
  expect(mends(ofFunction, false).text).not.toContain("TLSv1_method");
});
