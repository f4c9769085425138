import { describe, expect, it } from "vitest";
import { sitesIn } from "./reading.js";

/** A form in which real programs write TLS options, what is read, and the nearest thing that is none. */
interface Form {
  readonly name: string;
  readonly code: string;
  readonly sites: readonly string[];
  readonly not: readonly string[];
}

const clientOff = "proven client: rejectUnauthorized false";
const likelyOff = "likely: rejectUnauthorized false";

const forms: readonly Form[] = [
  {
    name: "an argument of a call",
    code: "const https = require('https'); https.get(url, { rejectUnauthorized: false }, done);",
    sites: [clientOff],
    not: ["const https = require('https'); https.get(url, { rejectUnauthorised: false }, done);"],
  },
  {
    name: "new (require('https')).Agent({...})",
    code: "const agent = new (require('https')).Agent({ rejectUnauthorized: false });",
    sites: [clientOff],
    not: ["const agent = new (require('http')).Agent({ rejectUnauthorized: false });"],
  },
  {
    name: "require('knex')({...})",
    code: "const knex = require('knex')({ client: 'pg', connection: { ssl: { rejectUnauthorized: false } } });",
    sites: [clientOff],
    not: ["const knex = require('./knex')({ client: 'pg', connection: { ssl: { ciphers: 'RC4' } } });"],
  },
  {
    name: "encrypt: false as const, and other words of a client's own",
    code: "import { Connection } from 'tedious'; new Connection({ options: { encrypt: true as const, trustServerCertificate: true as const } });",
    sites: [clientOff],
    not: ["import { Connection } from './tedious'; new Connection({ options: { encrypt: false as const } });"],
  },
  {
    name: "require('tls').DEFAULT_MIN_VERSION = ...",
    code: "require('tls').DEFAULT_MIN_VERSION = 'TLSv1';",
    sites: ["proven process: minVersion 'TLSv1'"],
    not: ["require('./tls').DEFAULT_MIN_VERSION = 'TLSv1';", "const tls = {}; tls.DEFAULT_MIN_VERSION = 'TLSv1';"],
  },
  {
    name: "a variable's initialiser",
    code: "import tls from 'node:tls'; const options = { minVersion: 'TLSv1' }; tls.connect(options);",
    sites: ["proven client: minVersion 'TLSv1'"],
    not: ["import tls from './tls.js'; const options = { minVersion: '1.0' }; tls.connect(options);"],
  },
  {
    name: "a member write to the options of a call",
    code: "import * as tls from 'tls'; const options = {}; options.rejectUnauthorized = false; options.ciphers = 'RC4'; tls.connect(options);",
    sites: ["proven client: ciphers 'RC4', rejectUnauthorized false"],
    not: [
      "import * as tls from 'tls'; const options = {}; const other = {}; other.ciphers = 'RC4'; tls.connect(options);",
    ],
  },
  {
    name: "a member write to a nested object",
    code: "const https = require('https'); const config = { ssl: {} }; config.ssl.minVersion = 'TLSv1'; https.createServer(config.ssl);",
    sites: ["proven server: minVersion 'TLSv1'"],
    not: [
      "const https = require('https'); const config = { ssl: {}, app: {} }; config.app.minVersion = '1.0'; https.createServer(config.ssl);",
    ],
  },
  {
    name: "fields['rejectUnauthorized'] = false",
    code: "function disable(fields) { fields['rejectUnauthorized'] = false; }",
    sites: [likelyOff],
    not: [
      "function disable(fields) { fields['rejectUnauthorized'] = verify; }",
      "function disable(fields) { fields[rejectUnauthorized] = false; }",
    ],
  },
  {
    name: "quoted keys",
    code: "require('https').request({ 'rejectUnauthorized': false, \"minVersion\": \"TLSv1\" });",
    sites: ["proven client: minVersion 'TLSv1', rejectUnauthorized false"],
    not: ["require('https').request({ 'reject-unauthorized': false });"],
  },
  {
    name: "computed keys",
    code: "const key = 'reject' + 'Unauthorized'; require('https').request({ [key]: false });",
    sites: [clientOff],
    not: ["require('https').request({ [key]: false });"],
  },
  {
    name: "an object assigned to a member",
    code: "class Client { constructor() { this.options = { rejectUnauthorized: false }; } open() { return require('tls').connect(this.options); } }",
    sites: [clientOff],
    not: ["class Client { constructor() { this.options = { ciphers: 'RC4' }; } }"],
  },
  {
    name: "an object that is returned",
    code: "export function load_tls_config() { return { rejectUnauthorized: false }; }",
    sites: [likelyOff],
    not: ["export function load_tls_config() { return { rejectUnauthorized }; }"],
  },
  {
    name: "an object that is exported",
    code: "module.exports = { server: { secureProtocol: 'TLSv1_method' } };",
    sites: ["likely: secureProtocol 'TLSv1_method'"],
    not: ["module.exports = { server: { secureProtocol: 'yes' } };"],
  },
  {
    name: "a class field",
    code: "class Options { rejectUnauthorized = false; minVersion = 'TLSv1'; }",
    sites: ["likely: minVersion 'TLSv1', rejectUnauthorized false"],
    not: ["class Options { rejectUnauthorized; minVersion = '1'; }"],
  },
  {
    name: "a class field that a method hands on",
    code: "import tls from 'tls'; class Client { #options = { rejectUnauthorized: false }; open() { tls.connect(443, this.#options); } }",
    sites: [clientOff],
    not: [
      "import tls from 'tls'; class Client { #options = {}; #other = { minVersion: '1' }; open() { tls.connect(443, this.#options); } }",
    ],
  },
  {
    name: "a getter that a method hands on",
    code: "import tls from 'tls'; class Client { get options() { return { rejectUnauthorized: false }; } open() { tls.connect(this.options); } }",
    sites: [clientOff],
    not: ["import tls from 'tls'; class Client { get options() { return {}; } open() { tls.connect(this.options); } }"],
  },
  {
    name: "options of a superclass in the file",
    code: "import tls from 'tls'; class Base { options = { minVersion: 'TLSv1' }; } class Client extends Base { open() { tls.connect(this.options); } }",
    sites: ["proven client: minVersion 'TLSv1'"],
    not: [
      "import tls from 'tls'; class Base { options = { minVersion: '1' }; } class Client { open() { tls.connect(this.options); } }",
    ],
  },
  {
    name: "`this` in the methods of an object literal",
    code: "const server = { options: { minVersion: 'TLSv1' }, start() { return require('https').createServer(this.options); } };",
    sites: ["proven server: minVersion 'TLSv1'"],
    not: [
      "const server = { options: { minVersion: '1' }, start() { return require('http').createServer(this.options); } };",
    ],
  },
  {
    name: "`this` in constructor functions and their prototypes",
    code: "var tls = require('tls'); function Client() { this.options = { rejectUnauthorized: false }; } Client.prototype.open = function () { tls.connect(this.options); };",
    sites: [clientOff],
    not: [
      "var tls = require('tls'); function Client() { this.options = {}; } function Other() { this.options = { minVersion: '1' }; } Client.prototype.open = function () { tls.connect(this.options); };",
    ],
  },
  {
    name: "`this` under another name",
    code: "var tls = require('tls'); function Client() { var self = this; self.options = {}; self.open = function () { self.options.rejectUnauthorized = false; tls.connect(self.options); }; }",
    sites: [clientOff],
    not: [
      "var tls = require('tls'); function Client() { var self = this; self.options = {}; self.open = function () { tls.connect(self.options); }; }",
    ],
  },
  {
    name: "constructor parameters that are properties",
    code: "import tls from 'tls'; class Client { constructor(private options: object) {} open() { tls.connect(this.options); } } new Client({ rejectUnauthorized: false });",
    sites: [clientOff],
    not: ["class Client { constructor(private options: object) {} } new Client({ ciphers: 'RC4' });"],
  },
  {
    name: "default parameters",
    code: "import https from 'https'; export function connect(options = { rejectUnauthorized: false }) { return https.request(options); }",
    sites: [clientOff],
    not: ["import https from 'https'; export function connect(options = {}) { return https.request(options); }"],
  },
  {
    name: "a default inside a parameter's pattern",
    code: "import https from 'https'; export function connect({ rejectUnauthorized = false } = {}) { return https.request({ rejectUnauthorized }); }",
    sites: ["proven client: rejectUnauthorized unknown or false"],
    not: [
      "import http from 'http'; export function connect({ rejectUnauthorized = true } = {}) { return http.request({ rejectUnauthorized }); }",
    ],
  },
  {
    name: "a default inside a pattern, whose call is out of sight",
    code: "export function connect({ rejectUnauthorized = false }) { return open(rejectUnauthorized); }",
    sites: [likelyOff],
    not: [
      "export function connect({ rejectUnauthorized = true }) {}",
      "export function connect(host, rejectUnauthorized = false) {}",
    ],
  },
  {
    name: "a wrapper whose parameter flows into a TLS call",
    code: "const tls = require('tls'); function openRawTlsSocket(host, options) { return tls.connect(443, host, options); } openRawTlsSocket('a', { ciphers: 'RC4' });",
    sites: ["proven client: ciphers 'RC4'"],
    not: [
      "const net = require('net'); function open(host, options) { return net.connect(443, host, options); } open('a', { ciphers: 'RC4' });",
    ],
  },
  {
    name: "a wrapper that is called twice, each call judged by itself",
    code: "const tls = require('tls'); const open = (options) => tls.connect({ ...options, host }); open({ minVersion: 'TLSv1' }); open({ secureProtocol: 'TLSv1_method' });",
    sites: ["proven client: minVersion 'TLSv1'", "proven client: secureProtocol 'TLSv1_method'"],
    not: ["const tls = require('tls'); const open = (options) => tls.connect({ host }); open({ minVersion: '1' });"],
  },
  {
    name: "a wrapper of a wrapper",
    code: "const tls = require('tls'); function inner(o) { return tls.connect(o); } function outer(o) { return inner({ ...o, port: 1 }); } outer({ ciphers: 'NULL' });",
    sites: ["proven client: ciphers 'NULL'"],
    not: [
      "const tls = require('tls'); function inner(o) { return tls.connect(o); } function outer(o) { return inner({ port: 1 }); } outer({ ciphers: 'NULL' });",
    ],
  },
  {
    name: "a wrapper whose parameter is the option's value",
    code: "const https = require('https'); function agent(verify) { return new https.Agent({ rejectUnauthorized: verify }); } agent(false); agent(true);",
    sites: [clientOff, "proven client: rejectUnauthorized true"],
    not: [
      "const http = require('http'); function agent(verify) { return new http.Agent({ rejectUnauthorized: verify }); } agent(false);",
    ],
  },
  {
    name: "a wrapper that the file exports, seen from its callers and from elsewhere",
    code: "const https = require('https'); export function agent(verify) { return new https.Agent({ rejectUnauthorized: verify }); } agent(false);",
    sites: ["proven client: rejectUnauthorized unknown", clientOff],
    not: [],
  },
  {
    name: "a class of the file whose constructor's parameter flows into a TLS call",
    code: "const tls = require('tls'); class Client { constructor(options) { this.socket = tls.connect(options); } } new Client({ ciphers: 'RC4' });",
    sites: ["proven client: ciphers 'RC4'"],
    not: ["class Client { constructor(options) { this.socket = open(options); } } new Client({ ciphers: 'RC4' });"],
  },
  {
    name: "a method of the file whose parameter flows into a TLS call",
    code: "const tls = require('tls'); class Client { open(options) { tls.connect(options); } start() { this.open({ ciphers: 'RC4' }); } }",
    sites: ["proven client: ciphers 'RC4'"],
    not: [
      "const tls = require('tls'); class Client { open(options) { tls.connect(options); } close() {} start() { this.close({ ciphers: 'RC4' }); } }",
    ],
  },
  {
    name: "a factory in the file",
    code: "const https = require('https'); function tlsOptions(verify) { const options = { host }; options.rejectUnauthorized = verify; return options; } https.request(tlsOptions(false));",
    sites: [clientOff],
    not: [
      "const https = require('https'); function tlsOptions() { const options = { host }; return options; } https.request(tlsOptions(false));",
    ],
  },
  {
    name: "an asynchronous factory",
    code: "import https from 'https'; async function load() { return { ciphers: 'RC4' }; } https.request(await load()); load().then((options) => https.get(options));",
    sites: ["proven client: ciphers 'RC4'", "proven client: ciphers 'RC4'"],
    not: ["import https from 'https'; async function load() { return {}; } https.request(await load());"],
  },
  {
    name: "Object.assign as an expression",
    code: "require('https').request(Object.assign({}, defaults, { rejectUnauthorized: false }));",
    sites: [clientOff],
    not: ["require('http').request(Object.assign({}, defaults, { rejectUnauthorized: false }));"],
  },
  {
    name: "Object.assign as a statement",
    code: "const https = require('https'); const options = {}; Object.assign(options, { ciphers: 'RC4' }); https.request(options);",
    sites: ["proven client: ciphers 'RC4'"],
    not: [
      "const https = require('https'); const options = {}; Object.assign({}, options, { ciphers: 'RC4' }); https.request(options);",
    ],
  },
  {
    name: "Object.assign(agent.options || {}, {...})",
    code: "import https from 'https'; const agent = new https.Agent(); Object.assign(agent.options || {}, { rejectUnauthorized: false });",
    sites: [clientOff],
    not: [
      "import http from 'http'; const agent = new http.Agent(); Object.assign(agent.options || {}, { ciphers: 'RC4' });",
    ],
  },
  {
    name: "mutation of a caller's agent.options",
    code: "function relax(agent) { agent.options.rejectUnauthorized = false; }",
    sites: [likelyOff],
    not: ["function relax(agent) { agent.options.keepAlive = false; }"],
  },
  {
    name: "extend(a, b), _.merge, util._extend",
    code: "const https = require('https'); https.request(extend(true, {}, defaults, { ciphers: 'RC4' })); https.get(_.merge({ ciphers: 'NULL' }, rest));",
    sites: ["proven client: ciphers 'RC4'", "proven client: ciphers 'NULL'"],
    not: ["const https = require('https'); https.request(lookup(defaults, { ciphers: 'RC4' }));"],
  },
  {
    name: "_.defaults, whose first argument counts",
    code: "const https = require('https'); https.request(_.defaults({ rejectUnauthorized: true }, { rejectUnauthorized: false }));",
    sites: ["proven client: rejectUnauthorized true"],
    not: [],
  },
  {
    name: "spreads",
    code: "import https from 'https'; const base = { ciphers: 'RC4' }; https.request({ ...base, host });",
    sites: ["proven client: ciphers 'RC4'"],
    not: [
      "import https from 'https'; const base = { ciphers: 'RC4' }; const other = {}; https.request({ ...other, host });",
    ],
  },
  {
    name: "a spread whose option is written over",
    code: "import https from 'https'; const base = { ciphers: 'RC4' }; https.request({ ...base, ciphers: 'AES128-SHA' });",
    sites: ["proven client: ciphers 'AES128-SHA'"],
    not: [],
  },
  {
    name: "conditional spreads",
    code: "import https from 'https'; https.request({ ...(local && { rejectUnauthorized: false }), ...(old ? { ciphers: 'RC4' } : {}) });",
    sites: ["proven client: ciphers 'RC4', rejectUnauthorized false"],
    not: ["import https from 'https'; https.request({ ...(local && { agent: false }), ...(old ? {} : {}) });"],
  },
  {
    name: "options as third or fourth argument",
    code: "openTls('host', 443, noop, { rejectUnauthorized: false }); require('tls').connect(443, 'host', { ciphers: 'RC4' });",
    sites: ["proven client: ciphers 'RC4'", likelyOff],
    not: ["openTls('host', 443, noop, { timeout: 1 });"],
  },
  {
    name: "as const, satisfies, casts",
    code: "import https, { type AgentOptions } from 'https'; const options = { rejectUnauthorized: false as const } satisfies AgentOptions; new https.Agent(options as AgentOptions); new https.Agent(<AgentOptions>{ ciphers: 'RC4' }!);",
    sites: [clientOff, "proven client: ciphers 'RC4'"],
    not: ["interface AgentOptions { rejectUnauthorized: false }"],
  },
  {
    name: "dynamic import()",
    code: "const https = await import('node:https'); https.get({ ciphers: 'RC4' }); (await import('https')).default.get({ ciphers: 'NULL' }); import('https').then(({ Agent }) => new Agent({ rejectUnauthorized: false }));",
    sites: ["proven client: ciphers 'RC4'", "proven client: ciphers 'NULL'", clientOff],
    not: ["const https = await import('./https'); https.get({ ciphers: 'RC4' });"],
  },
  {
    name: "import x = require()",
    code: "import https = require('https'); https.get({ ciphers: 'RC4' });",
    sites: ["proven client: ciphers 'RC4'"],
    not: ["import https = require('./https'); https.get({ ciphers: 'RC4' });"],
  },
  {
    name: "what compilers make of imports",
    code: "const https_1 = __importDefault(require('https')); const tls_1 = require('tls'); https_1.default.get({ ciphers: 'RC4' }); (0, tls_1.connect)({ ciphers: 'NULL' });",
    sites: ["proven client: ciphers 'RC4'", "proven client: ciphers 'NULL'"],
    not: ["const https_1 = __importDefault(require('http')); https_1.default.get({ ciphers: 'RC4' });"],
  },
  {
    name: "createRequire and process.getBuiltinModule",
    code: "import { createRequire } from 'module'; const require = createRequire(import.meta.url); require('https').get({ ciphers: 'RC4' }); process.getBuiltinModule('node:tls').connect({ ciphers: 'NULL' });",
    sites: ["proven client: ciphers 'RC4'", "proven client: ciphers 'NULL'"],
    not: ["const require = (name) => load(name); require('https').get({ ciphers: 'RC4' });"],
  },
  {
    name: "super({...}) in a subclass",
    code: "import https from 'https'; class Shop extends https.Agent { constructor(options) { super({ ...options, rejectUnauthorized: false }); } }",
    sites: [clientOff],
    not: ["import http from 'http'; class Plain extends http.Agent { constructor() { super({ ciphers: 'RC4' }); } }"],
  },
  {
    name: "a subclass without a constructor of its own",
    code: "import https from 'https'; class Mine extends https.Agent {} new Mine({ ciphers: 'RC4' });",
    sites: ["proven client: ciphers 'RC4'"],
    not: ["class Mine extends Agent {} new Mine({ ciphers: 'RC4' });"],
  },
  {
    name: "Agent.call(this, {...})",
    code: "var https = require('https'); function Mine() { https.Agent.call(this, { ciphers: 'RC4' }); }",
    sites: ["proven client: ciphers 'RC4'"],
    not: ["var http = require('http'); function Mine() { http.Agent.call(this, { ciphers: 'RC4' }); }"],
  },
  {
    name: "re-assigned bindings",
    code: "let lib = require('http'); if (secure) lib = require('https'); lib.request({ ciphers: 'RC4' });",
    sites: ["proven client: ciphers 'RC4'"],
    not: ["let lib = require('http'); if (secure) lib = require('http2').fake; lib.request({ ciphers: 'RC4' });"],
  },
  {
    name: "re-assigned options",
    code: "const https = require('https'); let options; if (old) { options = { ciphers: 'RC4' }; } else { options = { ciphers: 'NULL' }; } https.request(options);",
    sites: ["proven client: ciphers 'RC4' or 'NULL'"],
    not: [
      "const https = require('https'); let options = {}; { let options = { ciphers: 'RC4' }; } https.request(options);",
    ],
  },
  {
    name: "a constructor from a table",
    code: "const agents = { http: require('http').Agent, Ctor: require('https').Agent }; new agents.Ctor({ ciphers: 'RC4' });",
    sites: ["proven client: ciphers 'RC4'"],
    not: [
      "const agents = { http: require('http').Agent, Ctor: require('https').Agent }; new agents.http({ ciphers: 'RC4' });",
    ],
  },
  {
    name: "a constructor from a table by a name that is not known",
    code: "import http from 'http'; import https from 'https'; const table = { 'http:': http, 'https:': https }; table[url.protocol].request({ ciphers: 'RC4' });",
    sites: ["proven client: ciphers 'RC4'"],
    not: ["import http from 'http'; const table = { 'http:': http }; table[url.protocol].request({ ciphers: 'RC4' });"],
  },
  {
    name: "a constructor from a conditional",
    code: "const { Agent } = useTls ? require('https') : require('http'); new Agent({ ciphers: 'RC4' }); (secure ? require('https') : require('http')).get({ ciphers: 'NULL' });",
    sites: ["proven client: ciphers 'RC4'", "proven client: ciphers 'NULL'"],
    not: ["const { Agent } = useTls ? require('./https') : require('http'); new Agent({ ciphers: 'RC4' });"],
  },
  {
    name: "a module name that depends on a condition",
    code: "require(secure ? 'https' : 'http').get({ ciphers: 'RC4' });",
    sites: ["proven client: ciphers 'RC4'"],
    not: ["require(name).get({ ciphers: 'RC4' });"],
  },
  {
    name: "defaults behind ||, ?? and ternaries",
    code: "import https from 'https'; https.request(options || { ciphers: 'RC4' }); https.request(options ?? { ciphers: 'NULL' }); https.request(secure ? {} : { ciphers: 'DES' });",
    sites: [
      "proven client: ciphers 'RC4'",
      "proven client: ciphers 'NULL'",
      "proven client: ciphers 'DES' if (!secure)",
    ],
    not: ["import https from 'https'; https.request(options || {}); https.request(true ? {} : { ciphers: 'DES' });"],
  },
  {
    name: "https.globalAgent = agent",
    code: "import https from 'https'; const agent = new https.Agent({ rejectUnauthorized: false }); https.globalAgent = agent;",
    sites: ["proven process client: rejectUnauthorized false"],
    not: ["import https from 'https'; https.globalAgent = new https.Agent();"],
  },
  {
    name: "https.globalAgent.options.x = ...",
    code: "import { globalAgent } from 'https'; globalAgent.options.rejectUnauthorized = false; globalAgent.options.minVersion = 'TLSv1';",
    sites: ["proven process client: minVersion 'TLSv1', rejectUnauthorized false"],
    not: [
      "import { globalAgent } from 'http'; globalAgent.options.ciphers = 'RC4'; globalAgent.options.minVersion = '1';",
    ],
  },
  {
    name: "https.globalAgent.options = {...}",
    code: "const https = require('https'); https.globalAgent.options = { ...https.globalAgent.options, rejectUnauthorized: false };",
    sites: ["proven process client: rejectUnauthorized false"],
    not: [
      "const https = require('https'); https.globalAgent.options = { ...https.globalAgent.options, keepAlive: false };",
    ],
  },
  {
    name: "agent.options.x = ... of an agent in sight",
    code: "const agent = new (require('https').Agent)(); agent.options.ciphers = 'RC4';",
    sites: ["proven client: ciphers 'RC4'"],
    not: ["const agent = new (require('http').Agent)(); agent.options.ciphers = 'RC4';"],
  },
  {
    name: "this.options.x = ... in a subclass of an agent",
    code: "const { Agent } = require('https'); class Mine extends Agent { relax() { this.options.ciphers = 'RC4'; } }",
    sites: ["proven client: ciphers 'RC4'"],
    not: ["const { Agent } = require('http'); class Mine extends Agent { relax() { this.options.ciphers = 'RC4'; } }"],
  },
  {
    name: "server.setSecureContext and server.addContext",
    code: "const server = require('tls').createServer(); server.setSecureContext({ ciphers: 'RC4' }); server.addContext('host', { minVersion: 'TLSv1' });",
    sites: ["proven server: ciphers 'RC4'", "proven server: minVersion 'TLSv1'"],
    not: ["const server = require('net').createServer(); server.setSecureContext({ ciphers: 'RC4' });"],
  },
  {
    name: "a monkey patch of tls.checkServerIdentity",
    code: "require('tls').checkServerIdentity = () => undefined;",
    sites: ["proven process: checkServerIdentity function"],
    not: ["const tls = require('./tls'); tls.checkServerIdentity = check();"],
  },
  {
    name: "a monkey patch of tls.createSecureContext",
    code: "const tls = require('tls'); const original = tls.createSecureContext; tls.createSecureContext = (options) => { options.minVersion = 'TLSv1'; const context = original(options); context.context.setCiphers('RC4-SHA'); return context; };",
    sites: ["proven: minVersion 'TLSv1'", "proven: ciphers 'RC4-SHA'"],
    not: [
      "const tls = require('tls'); const original = tls.createSecureContext; tls.createSecureContext = (options) => original(options);",
    ],
  },
  {
    name: "setCiphers('RC4...')",
    code: "function patch(context) { context.setCiphers('RC4-SHA:AES128-SHA'); }",
    sites: ["likely: ciphers 'RC4-SHA:AES128-SHA'"],
    not: ["function patch(context) { context.setCiphers('all of them'); }"],
  },
  {
    name: "Object.assign(tls, {...})",
    code: "Object.assign(require('tls'), { DEFAULT_MIN_VERSION: 'TLSv1', DEFAULT_CIPHERS: 'RC4' });",
    sites: ["proven process: minVersion 'TLSv1', ciphers 'RC4'"],
    not: ["Object.assign(tls, { DEFAULT_MIN_VERSION: 'TLSv1' });"],
  },
  {
    name: "a CLI option whose default: false turns verification off",
    code: "yargs.option('reject-unauthorized', { type: 'boolean', default: false });",
    sites: [likelyOff],
    not: [
      "yargs.option('reject-unauthorized', { type: 'boolean', default: true });",
      "const schema = { properties: { rejectUnauthorized: { type: 'boolean', default: false } } };",
    ],
  },
  {
    name: "a CLI option of meow, oclif and commander",
    code: "meow(help, { flags: { rejectUnauthorized: { type: 'boolean', default: false } } }); program.option('--reject-unauthorized', 'verify', false); class Command { static flags = { 'reject-unauthorized': Flags.boolean({ default: false }) }; }",
    sites: [likelyOff, likelyOff, likelyOff],
    not: ["program.option('--no-reject-unauthorized', 'do not verify');"],
  },
  {
    name: "new tls.TLSSocket, which verifies nothing as a client",
    code: "const tls = require('tls'); new tls.TLSSocket(socket, { rejectUnauthorized: false }); new tls.TLSSocket(socket, { isServer: true, rejectUnauthorized: false });",
    sites: ["proven unverified: rejectUnauthorized false", "proven server: rejectUnauthorized false"],
    not: ["const tls = require('tls'); new tls.Other(socket, { ciphers: 'RC4' });"],
  },
  {
    name: "Object.freeze around options",
    code: "const https = require('https'); const options = Object.freeze({ ciphers: 'RC4' }); https.request(options);",
    sites: ["proven client: ciphers 'RC4'"],
    not: [],
  },
];

describe("The forms in which programs write TLS options", () => {
  it.each(forms)("$name", ({ code, sites }) => {
    expect(sitesIn(code)).toEqual(sites);
  });
});

describe("What is next to a form and says nothing of TLS", () => {
  const negatives = forms.flatMap(({ name, not }) => not.map((code) => ({ name, code })));
  it.each(negatives)("$name: $code", ({ code }) => {
    expect(sitesIn(code)).toEqual([]);
  });
});
