import { describe, expect, it } from "vitest";
import { environmentIn, sitesIn } from "./reading.js";

/** What looks like TLS options and is something else: silent, whatever certainty is asked for. */
const traps: Readonly<Record<string, readonly string[]>> = {
  "expected values in assertions": [
    "expect(options).toEqual({ rejectUnauthorized: false });",
    "expect(https.Agent).toHaveBeenCalledWith({ rejectUnauthorized: false, minVersion: 'TLSv1' });",
    "expect(options).toEqual(expect.objectContaining({ rejectUnauthorized: false }));",
    "assert.deepStrictEqual(config, { ssl: { rejectUnauthorized: false } });",
    "t.deepEqual(options, { secureProtocol: 'TLSv1_method' });",
    "options.should.eql({ rejectUnauthorized: false });",
    "assert.strictEqual(options.rejectUnauthorized, false);",
    "const expected = { rejectUnauthorized: false }; check(options, expected);",
    "const result = { rejectUnauthorized: false }; expect(load()).toEqual(result);",
    "import assert from 'node:assert'; assert.partialDeepStrictEqual(options, { rejectUnauthorized: false });",
  ],
  "sinon matchers": [
    "sinon.assert.calledWith(connect, sinon.match({ rejectUnauthorized: false }));",
    "stub.calledWith({ rejectUnauthorized: false });",
    "sinon.stub(config, 'get').returns({ rejectUnauthorized: false });",
  ],
  mocks: [
    "jest.mock('./config', () => ({ rejectUnauthorized: false }));",
    "getConfig.mockReturnValue({ rejectUnauthorized: false });",
    "const mockOptions = { rejectUnauthorized: false };",
    "nock('https://host', { rejectUnauthorized: false });",
  ],
  "type tests": [
    "expectType<AgentOptions>({ rejectUnauthorized: false as const });",
    "expectTypeOf({ rejectUnauthorized: false }).toMatchTypeOf<AgentOptions>();",
    "assertType<TlsOptions>({ minVersion: 'TLSv1' as const });",
  ],
  "type members": [
    "interface Options { rejectUnauthorized: false; minVersion: 'TLSv1'; checkServerIdentity(): undefined }",
    "type Options = { rejectUnauthorized: false } | { minVersion: 'TLSv1' };",
    "declare const options: { rejectUnauthorized: false };",
    "abstract class Options { abstract rejectUnauthorized: false; }",
  ],
  "Joi and JSON schemas": [
    "const schema = Joi.object({ rejectUnauthorized: Joi.boolean().default(false), minVersion: Joi.string().valid('TLSv1') });",
    "const schema = { properties: { rejectUnauthorized: { type: 'boolean', default: false }, ciphers: { type: 'string', default: 'RC4' } } };",
    "const schema = z.object({ rejectUnauthorized: z.literal(false), minVersion: z.enum(['TLSv1']) });",
  ],
  "v-model and other bindings in markup": [
    'const template = \'<input v-model="rejectUnauthorized" :checked="false">\';',
  ],
  "string lists of option names": [
    "const names = ['rejectUnauthorized', 'secureProtocol', 'ciphers', 'minVersion'];",
    "const names = new Set(['rejectUnauthorized', false]);",
    "for (const name of ['rejectUnauthorized', 'ciphers']) if (name in options) copy[name] = options[name];",
  ],
  "cache keys": [
    "const key = JSON.stringify({ rejectUnauthorized: false });",
    "const key = cacheKey({ rejectUnauthorized: false });",
    "if (options.rejectUnauthorized === false) name += ':false';",
    "agents.get(hash({ rejectUnauthorized: false }));",
  ],
  "log lines": [
    "console.log({ rejectUnauthorized: false });",
    "logger.warn('options', { rejectUnauthorized: false });",
    "debug('connecting with %o', { rejectUnauthorized: false });",
    "log.error(util.inspect({ rejectUnauthorized: false }));",
  ],
  "code generators": [
    "const code = `https.request({ rejectUnauthorized: ${value} });`;",
    "lines.push('rejectUnauthorized: false,');",
  ],
  "regular expressions": ["const pattern = /rejectUnauthorized:\\s*false/;"],
  comments: [
    `// https.request({ rejectUnauthorized: false })
/* minVersion: 'TLSv1' */`,
  ],
  "minVersion and maxVersion of applications, databases and packages": [
    "const app = { minVersion: '1.0.0', maxVersion: '2' };",
    "const database = { minVersion: 'v1', maxVersion: 'latest' };",
    "app.commandLine.setSwitch({ minVersion: 'tls1.2' });",
    "checkUpdate({ minVersion: 1.2 });",
  ],
  "ciphers of curl tables": [
    "const chrome = { ciphers: ['TLS_AES_128_GCM_SHA256', 'ECDHE-RSA-AES128-GCM-SHA256'] };",
    "const table = { ciphers: 'TLS_AES_128_GCM_SHA256,ECDHE-RSA-AES128-GCM-SHA256,RC4-SHA' };",
  ],
  "ciphers as results": [
    "results.push({ ciphers: [] });",
    "const report = { ciphers: 'weak' };",
    "return_({ ciphers: 'AES' });",
  ],
  "crypto.getCiphers()": [
    "const ciphers = require('crypto').getCiphers(); const all = { ciphers: ciphers };",
    "const list = { ciphers: crypto.getCiphers().join(':') };",
  ],
  "sessionTimeout of chats and databases": ["const chat = { sessionTimeout: 0 }; open({ sessionTimeout: 300 });"],
  "createCredentials of wallets": [
    "const wallet = new Wallet(); wallet.createCredentials({ secret: 'x' }); createCredentials({ ciphers: 'aes' });",
  ],
  "secureOptions of ftp packages, which is an options object": [
    "ftp.connect({ host, secure: true, secureOptions: { servername: host } });",
    "client.access({ secureOptions: { host } });",
  ],
  "secure: false of cookies, sessions and STARTTLS": [
    "app.use(session({ cookie: { secure: false } }));",
    "nodemailer.createTransport({ host, port: 587, secure: false });",
    "res.cookie('id', id, { secure: false, httpOnly: true });",
  ],
  "functions and parameters called rejectUnauthorized": [
    "function rejectUnauthorized(req, res) { res.status(401).end(); }",
    "router.use(rejectUnauthorized); router.get('/', rejectUnauthorized, handler);",
    "function open(rejectUnauthorized = false) { return rejectUnauthorized; }",
    "const rejectUnauthorized = false;",
    "class Guard { rejectUnauthorized() { return false; } }",
    "const handlers = { rejectUnauthorized() { return 401; }, checkUser: rejectUnauthorized };",
  ],
  "a local object called tls": [
    "const tls = { DEFAULT_MIN_VERSION: '' }; tls.DEFAULT_MIN_VERSION = 'TLSv1'; tls.DEFAULT_CIPHERS = 'RC4';",
    "function f(tls) { tls.connect({ ciphers: 'RC4' }); tls.checkServerIdentity = choose(); }",
    "class https { static request() {} } https.request({ ciphers: 'RC4' });",
    "import https from 'https'; function f(https) { https.request({ ciphers: 'RC4' }); }",
  ],
  "--ignore-certificate-errors-spki-list, which pins a key": [
    "launch({ args: ['--ignore-certificate-errors-spki-list=' + pin] });",
  ],
  "certificate-error handlers that ask the user": [
    "app.on('certificate-error', (event, contents, url, error, certificate, callback) => { event.preventDefault(); callback(certificate.fingerprint === pin); });",
  ],
  "rejectUnauthorized in net.connect, http.Agent, http.request: no effect": [
    "require('net').connect({ port: 80, rejectUnauthorized: false });",
    "import http from 'node:http'; const agent = new http.Agent({ rejectUnauthorized: false });",
    "const http = require('http'); http.request({ host, rejectUnauthorized: false });",
    "const { createServer } = require('http'); const options = { rejectUnauthorized: false }; createServer(options);",
  ],
  "rejectUnauthorized in the init of fetch, and beside the place where a client reads it: no effect": [
    "fetch(url, { rejectUnauthorized: false });",
    "import pg from 'pg'; new pg.Client({ host, rejectUnauthorized: false });",
    "import pg from 'pg'; const options = { host, rejectUnauthorized: false }; new pg.Pool(options);",
  ],
  "secure defaults": [
    "open({ rejectUnauthorized: settings.verify !== false });",
    "open({ rejectUnauthorized: settings.verify ?? true });",
    "open({ rejectUnauthorized: process.env.VERIFY !== 'false' });",
    "open({ rejectUnauthorized: !insecure });",
    "function open({ rejectUnauthorized = true } = {}) {}",
  ],
  "comparing and copying options": [
    "if (options.rejectUnauthorized === false) warn();",
    "copy.rejectUnauthorized = options.rejectUnauthorized;",
    "const { rejectUnauthorized, minVersion } = options;",
    "delete options.rejectUnauthorized;",
  ],
};

describe("Traps:", () => {
  describe.each(Object.entries(traps))("%s", (_name, examples) => {
    it.each(examples)("%s", (code) => {
      expect(sitesIn(code)).toEqual([]);
      expect(environmentIn(code)).toEqual([]);
    });
  });
});

describe("Next to the traps, and found:", () => {
  it.each([
    ["a function of the test that connects", "it('connects', () => { connect({ rejectUnauthorized: false }); });"],
    [
      "options of a call whose result is expected",
      "expect(await connect({ rejectUnauthorized: false })).toBe(socket); ",
    ],
    ["options of a call that is expected to throw", "expect(() => connect({ rejectUnauthorized: false })).toThrow();"],
    ["a mock's name inside a word", "const mockingbird = { rejectUnauthorized: false };"],
    [
      "options that are logged and used",
      "const options = { rejectUnauthorized: false }; console.log(options); open(options);",
    ],
    ["options among a schema's neighbours", "const settings = { properties: 1, rejectUnauthorized: false };"],
    ["a field of the same name as a function", "class Guard { rejectUnauthorized = false; }"],
    [
      "options of a local fetch",
      "function fetch(url, options) { return open(url, options); } fetch(url, { rejectUnauthorized: false });",
    ],
    [
      "options of a client whose table does not know the argument",
      "import pg from 'pg'; new pg.Client(url, { rejectUnauthorized: false });",
    ],
    [
      "an agent beside the options of an http request",
      "require('http').request({ agent: createAgent({ rejectUnauthorized: false }) });",
    ],
  ])("%s: %s", (_name, code) => {
    expect(sitesIn(code)).toEqual(["likely: rejectUnauthorized false"]);
  });
});
