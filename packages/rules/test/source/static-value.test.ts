import { describe, expect, it } from "vitest";
import type { FileView } from "../../src/source/program/file-view.js";
import { alternativesOf } from "../../src/source/values/static-value.js";
import { describeAlternative, espreeProgramOf, programOf } from "./reading.js";

/** The values of the argument of `read(...)`. */
function valuesIn(code: string): string {
  const values = valuesOf(programOf(code));
  const espree = espreeProgramOf(code);
  if (espree) expect(valuesOf(espree), "with espree").toBe(values);
  return values;
}

function valuesOf(program: FileView): string {
  const call = program.calls.find(({ callee }) => callee.type === "Identifier" && callee.name === "read")!;
  return alternativesOf(program, call.arguments[0]!)
    .map(
      (alternative) => describeAlternative(alternative) + (alternative.guard ? ` if (${alternative.guard.text})` : ""),
    )
    .join(" or ");
}

const groups: Readonly<Record<string, readonly (readonly [name: string, code: string, values: string])[]>> = {
  "Literals and operators": [
    ["a string", "read('TLSv1')", "'TLSv1'"],
    ["a number in hexadecimal", "read(0x4)", "4"],
    ["a regular expression is no value", "read(/TLSv1/)", "unknown"],
    ["a template", "const n = 1; read(`TLSv${n}.${1 + 1}`)", "'TLSv1.2'"],
    ["a template with an unknown part", "read(`TLSv${version}`)", "unknown"],
    ["a concatenation", "read('TLS' + 'v1')", "'TLSv1'"],
    ["!0 and !1 of minifiers", "read(!1)", "false"],
    ["void 0", "read(void 0)", "undefined"],
    ["undefined", "read(undefined)", "undefined"],
    ["undefined as a local name", "function f(undefined) { read(undefined); }", "unknown"],
    ["bit arithmetic", "read((1 << 2) | 0x10 & ~1)", "20"],
    ["String() and Number()", "read(String(0) + Number('1'))", "'01'"],
    ["String as a local name", "const String = (x) => x.y; read(String(0))", "unknown"],
    ["toUpperCase", "read('rc4'.toUpperCase())", "'RC4'"],
  ],
  "What is certain, so that another value is never looked at": [
    ["|| behind a text", "read('a' || 'b')", "'a'"],
    ["|| behind a constant", "const a = 'a'; read(a || 'b')", "'a'"],
    ["|| behind an empty text", "const a = ''; read(a || 'b')", "'b'"],
    ["|| behind one of two texts", "read((x ? 'a' : 'c') || 'b')", "'a' or 'c'"],
    ["|| behind one that may be empty", "read((x ? 'a' : '') || 'b')", "'a' or 'b'"],
    ["?? behind an empty text", "const a = ''; read(a ?? 'b')", "''"],
    ["?? behind null", "read((x ? 'a' : null) ?? 'b')", "'a' or 'b'"],
    ["|| behind a result", "const f = () => 'a'; read(f() || 'b')", "'a'"],
    ["|| behind a member", "const o = { m: 'a' }; read(o.m || 'b')", "'a'"],
    ["|| behind a member that may be written", "const o = { m: 'a' }; if (x) o.m = ''; read(o.m || 'b')", "'a' or 'b'"],
    ["|| behind a constant of Node's", "const c = require('constants'); read(c.SSL_OP_NO_SSLv3 || 'b')", "33554432"],
    ["a default of what a name gives", "const o = { a: 'a' }; const { a = 'b' } = o; read(a);", "'a'"],
    ["a default of what may be taken away", "const { a = 'b' } = { a: 'a', ...x }; read(a);", "'a' or unknown or 'b'"],
    ["a default of undefined", "const { a = 'b' } = { a: undefined }; read(a);", "undefined or 'b'"],
    [
      "a default in an object that is written",
      "const o = { a: 'a' }; o.a = x; const { a = 'b' } = o; read(a);",
      "unknown or 'b'",
    ],
  ],
  Names: [
    ["a constant", "const version = 'TLSv1'; read(version)", "'TLSv1'"],
    ["a constant behind another", "const a = 'TLSv1'; const b = a; read(b)", "'TLSv1'"],
    ["the inner of two names", "const v = 'TLSv1'; { const v = 'TLSv1.2'; read(v); }", "'TLSv1.2'"],
    ["a parameter is not known", "const v = 'TLSv1'; function f(v) { read(v); }", "unknown"],
    ["an import is not known", "import { v } from './v'; read(v)", "unknown"],
    ["a global is not known", "read(version)", "unknown"],
    ["a `var` that is assigned again", "var v = 'TLSv1'; if (x) v = 'TLSv1.1'; read(v)", "'TLSv1' or 'TLSv1.1'"],
    ["a `let` that is always assigned again", "let v = 'TLSv1'; v = 'TLSv1.1'; read(v)", "'TLSv1.1'"],
    [
      "a `let` that is assigned again behind the use",
      "let v = 'TLSv1'; read(v); v = 'TLSv1.1';",
      "'TLSv1' or 'TLSv1.1'",
    ],
    [
      "a `let` that is assigned again, and in a branch",
      "let v = 'TLSv1'; v = 'TLSv1.1'; if (x) v = 'TLSv1.2'; read(v)",
      "'TLSv1.1' or 'TLSv1.2'",
    ],
    [
      "a `let` that a function reads",
      "let v = 'TLSv1'; v = 'TLSv1.1'; function f() { read(v); }",
      "'TLSv1' or 'TLSv1.1'",
    ],
    [
      "a `let` that a function sets",
      "let v = 'TLSv1'; v = 'TLSv1.1'; read(v); function f() { v = 'TLSv1.3'; }",
      "'TLSv1.1' or 'TLSv1.3'",
    ],
    [
      "a `let` that is assigned in another block",
      "let v = 'TLSv1'; { v = 'TLSv1.1'; } read(v)",
      "'TLSv1' or 'TLSv1.1'",
    ],
    ["a `let` that is assigned later", "let v; v = 'TLSv1'; read(v)", "'TLSv1'"],
    [
      "a destructured constant",
      "const { min, max: upper } = { min: 'TLSv1', max: 'TLSv1.1' }; read(min + upper)",
      "'TLSv1TLSv1.1'",
    ],
    ["an element of an array pattern", "const [a, b] = ['TLSv1', 'TLSv1.1']; read(b)", "'TLSv1.1'"],
    ["a default in a pattern", "const { min = 'TLSv1' } = settings; read(min)", "unknown or 'TLSv1'"],
    ["a default that is never needed", "const { min = 'TLSv1' } = { min: 'TLSv1.2' }; read(min)", "'TLSv1.2'"],
    ["the rest of a pattern", "const { a, ...rest } = { a: 1, min: 'TLSv1' }; read(rest.min)", "'TLSv1'"],
    ["what a rest pattern leaves out", "const { min, ...rest } = { min: 'TLSv1' }; read(rest.min)", "unknown"],
    ["a default parameter", "function f(v = 'TLSv1') { read(v); }", "unknown or 'TLSv1'"],
    ["a destructuring assignment", "let v; ({ v } = { v: 'TLSv1' }); read(v)", "'TLSv1'"],
    ["an assignment as an expression", "let v; read(v = 'TLSv1')", "'TLSv1'"],
    ["a cycle", "let a = b; let b = a; read(a)", "unknown"],
    ["a counter", "let i = 0; i++; read(i)", "0 or unknown"],
  ],
  Properties: [
    ["an object of constants", "const PROTOCOLS = { min: 'TLSv1', max: 'TLSv1.3' }; read(PROTOCOLS.min)", "'TLSv1'"],
    [
      "a nested object of constants",
      "const config = { tls: { versions: { min: 'TLSv1' } } }; read(config.tls.versions.min)",
      "'TLSv1'",
    ],
    ["a computed name", "const key = 'min'; const P = { min: 'TLSv1' }; read(P[key])", "'TLSv1'"],
    ["any of a table", "const P = { min: 'TLSv1', max: 'TLSv1.1' }; read(P[name])", "'TLSv1' or 'TLSv1.1'"],
    ["a frozen object", "const P = Object.freeze({ min: 'TLSv1' }); read(P.min)", "'TLSv1'"],
    ["a property that is assigned", "const P = {}; P.min = 'TLSv1'; read(P.min)", "'TLSv1'"],
    ["a property that is assigned again", "const P = { min: 'TLSv1' }; P.min = 'TLSv1.1'; read(P.min)", "'TLSv1.1'"],
    [
      "a property that may be assigned again",
      "const P = { min: 'TLSv1' }; if (x) P.min = 'TLSv1.1'; read(P.min)",
      "'TLSv1' or 'TLSv1.1'",
    ],
    [
      "a property that is assigned again after somebody had the object",
      "const P = { min: 'TLSv1' }; keep(P); P.min = 'TLSv1.1'; read(P.min)",
      "'TLSv1' or 'TLSv1.1'",
    ],
    ["a property that is taken out", "const P = { min: 'TLSv1' }; delete P.min; read(P.min)", "unknown"],
    [
      "a property of a property that is assigned again",
      "const P = { ssl: { min: 'TLSv1' } }; P.ssl.min = 'TLSv1.1'; read(P.ssl.min)",
      "'TLSv1.1'",
    ],
    [
      "a property of a property that has another name",
      "const P = { ssl: { min: 'TLSv1' } }; const s = P.ssl; P.ssl.min = 'TLSv1.1'; read(P.ssl.min)",
      "'TLSv1' or 'TLSv1.1'",
    ],
    [
      "a spread that is written over",
      "const base = { min: 'TLSv1' }; const P = { ...base, min: 'TLSv1.2' }; read(P.min)",
      "'TLSv1.2'",
    ],
    ["a spread that may write over", "const P = { min: 'TLSv1', ...settings }; read(P.min)", "'TLSv1' or unknown"],
    ["an enum", "enum Protocol { Old = 'TLSv1', New = 'TLSv1.2' } read(Protocol.Old)", "'TLSv1'"],
    ["an enum without values", "enum Protocol { Old } read(Protocol.Old)", "unknown"],
    ["a static field", "class P { static min = 'TLSv1'; } read(P.min)", "'TLSv1'"],
    ["a field", "class P { min = 'TLSv1'; open() { read(this.min); } }", "'TLSv1'"],
    ["an element of an array", "const versions = ['TLSv1', 'TLSv1.1']; read(versions[1])", "'TLSv1.1'"],
    ["an unknown property", "const P = { ...settings }; read(P.min)", "unknown"],
  ],
  Conditions: [
    ["a ternary", "read(old ? 'TLSv1' : 'TLSv1.2')", "'TLSv1' or 'TLSv1.2'"],
    ["a ternary that is decided", "const old = false; read(old ? 'TLSv1' : 'TLSv1.2')", "'TLSv1.2'"],
    ["a ternary behind a choice", "read(insecure ? false : true)", "false if (insecure) or true"],
    [
      "an assignment behind a choice",
      "let verify = true; if (insecure) verify = false; read(verify)",
      "true or false if (insecure)",
    ],
    ["an environment variable with a default", "read(process.env.MIN || 'TLSv1')", "unknown or 'TLSv1'"],
    ["??", "read(settings.min ?? 'TLSv1')", "unknown or 'TLSv1'"],
    ["a left side that counts", "read('TLSv1' || 'TLSv1.2')", "'TLSv1'"],
    ["a constant with a left side that counts", "const v = 'TLSv1' || 'TLSv1.2'; read(v)", "'TLSv1'"],
    [
      "a constant with a left side that may not count",
      "const v = settings.min || 'TLSv1.2'; read(v)",
      "unknown or 'TLSv1.2'",
    ],
    ["a left side that never counts", "read(null ?? 'TLSv1')", "'TLSv1'"],
    ["&&", "read(old && 'TLSv1')", "unknown or 'TLSv1'"],
    ["!insecure", "read(!insecure)", "unknown"],
    ["x !== false", "read(settings.verify !== false)", "unknown"],
    ["x ?? true", "read(settings.verify ?? true)", "unknown or true"],
    ["env !== 'false'", "read(process.env.VERIFY !== 'false')", "unknown"],
    ["env === 'true'", "read(process.env.VERIFY === 'true')", "unknown"],
    ["x || false", "read(settings.verify || false)", "unknown or false if (!settings.verify)"],
  ],
  Lists: [
    ["a list that is joined", "read(['RC4', 'AES'].join(':'))", "'RC4:AES'"],
    ["a list far from its join", "const list = ['RC4', 'AES']; function f() { read(list.join(':')); }", "'RC4:AES'"],
    ["a join by comma", "read(['a', 'b'].join())", "'a,b'"],
    [
      "a list that is pushed to",
      "const list = ['RC4']; list.push('AES', '!MD5'); read(list.join(':'))",
      "'RC4:AES:!MD5'",
    ],
    [
      "a list that may be pushed to",
      "const list = ['AES']; if (legacy) { list.push('RC4'); } read(list.join(':'))",
      "'AES' or 'AES:RC4' if (legacy)",
    ],
    ["a spread", "const more = ['RC4']; read(['AES', ...more].join(':'))", "'AES:RC4'"],
    [
      "a conditional spread",
      "read(['DEFAULT', ...(old ? ['@SECLEVEL=0'] : [])].join(':'))",
      "'DEFAULT:@SECLEVEL=0' or 'DEFAULT'",
    ],
    ["an element that is conditional", "read(['AES', old ? 'RC4' : '!RC4'].join(':'))", "'AES:RC4' or 'AES:!RC4'"],
    ["an unknown spread", "read(['AES', ...more].join(':'))", "unknown"],
    ["an unknown element", "read(['AES', more].join(':'))", "unknown"],
    ["concat", "read(['AES'].concat(['RC4'], 'DES').join(':'))", "'AES:RC4:DES'"],
    ["filter(Boolean)", "read(['AES', 'RC4'].filter(Boolean).join(':'))", "'AES:RC4'"],
    ["an element of a loop", "for (const v of ['TLSv1', 'TLSv1.1']) read(v)", "'TLSv1' or 'TLSv1.1'"],
    ["an element of forEach", "['TLSv1', 'TLSv1.1'].forEach((v) => read(v))", "'TLSv1' or 'TLSv1.1'"],
  ],
  Functions: [
    ["what a function returns", "function version() { return 'TLSv1'; } read(version())", "'TLSv1'"],
    ["what a function makes of its argument", "const version = (n) => `TLSv1.${n}`; read(version(1))", "'TLSv1.1'"],
    [
      "what a function returns on several ways",
      "function version() { if (old) return 'TLSv1'; return 'TLSv1.2'; } read(version())",
      "'TLSv1' or 'TLSv1.2'",
    ],
    [
      "what a recursive function returns",
      "function f(n) { return n ? f(n - 1) : 'x'; } read(f(depth))",
      "unknown if (n) or 'x' if (!n)",
    ],
    ["what an imported function returns", "import { f } from './f'; read(f())", "unknown"],
    ["a function", "read(() => undefined)", "function"],
    ["a function by its name", "function check() {} read(check)", "function"],
    ["an object", "read({})", "object"],
  ],
  Buffers: [
    ["of text", "read(Buffer.from('TLS' + 'v1'))", "buffer 'TLSv1'"],
    ["of text in an encoding that keeps ASCII", "read(Buffer.from('TLSv1', 'UTF8'))", "buffer 'TLSv1'"],
    ["of base64, in lines and without padding", "read(Buffer.from('VExT\\ndjE', 'base64'))", "buffer 'TLSv1'"],
    ["in a constant", "const bytes = Buffer.from('TLSv1'); read(bytes)", "buffer 'TLSv1'"],
    [
      "of an imported Buffer",
      "import { Buffer as Bytes } from 'node:buffer'; read(Bytes.from('TLSv1'))",
      "buffer 'TLSv1'",
    ],
    ["of one of two texts", "read(Buffer.from(old ? 'TLSv1' : 'TLSv1.2'))", "buffer 'TLSv1' or buffer 'TLSv1.2'"],
    ["of what is no base64", "read(Buffer.from('VEx*', 'base64'))", "unknown"],
    ["of half a byte", "read(Buffer.from('VExTd', 'base64'))", "unknown"],
    ["of hexadecimal digits", "read(Buffer.from('544c', 'hex'))", "unknown"],
    ["of bytes", "read(Buffer.from([84, 76]))", "unknown"],
    ["of a file", "read(Buffer.from(readFileSync('x')))", "unknown"],
    ["of a local name", "const Buffer = { from: (x) => x.y }; read(Buffer.from('TLSv1'))", "unknown"],
    ["an array", "read(Array.from('TLSv1'))", "unknown"],
    ["joined to a text", "read('' + Buffer.from('TLSv1'))", "unknown"],
  ],
  "Node's constants": [
    [
      "a member of constants",
      "const constants = require('constants'); read(constants.SSL_OP_NO_TLSv1_3)",
      String(0x20000000),
    ],
    [
      "a member of crypto.constants",
      "import crypto from 'node:crypto'; read(crypto.constants.SSL_OP_NO_TLSv1 | crypto.constants.SSL_OP_NO_TLSv1_1)",
      String(0x14000000),
    ],
    ["destructured", "const { constants: { SSL_OP_LEGACY_SERVER_CONNECT: bit } } = require('crypto'); read(bit)", "4"],
    [
      "imported by name",
      "import { constants } from 'crypto'; const { SSL_OP_NO_TICKET } = constants; read(SSL_OP_NO_TICKET)",
      String(0x4000),
    ],
    ["an option that OpenSSL no longer has", "read(require('constants').SSL_OP_NO_SSLv2 | 4)", "4"],
    [
      "a computed name",
      "import { constants } from 'crypto'; const p = 'TLSv1'; read(constants['SSL_OP_NO_' + p])",
      String(0x4000000),
    ],
    [
      "a computed name in a loop",
      "import { constants } from 'crypto'; for (const p of ['TLSv1', 'TLSv1_1']) read(constants['SSL_OP_NO_' + p])",
      `${0x4000000} or ${0x10000000}`,
    ],
    ["a local object of the same name", "const constants = {}; read(constants.SSL_OP_NO_TICKET)", "unknown"],
    ["another module", "const constants = require('./constants'); read(constants.SSL_OP_NO_TICKET)", "unknown"],
    ["built up by |=", "let bits = 4; bits |= require('constants').SSL_OP_NO_TICKET; read(bits)", String(0x4004)],
    ["built up by |= inside a condition", "let bits = 4; if (old) { bits |= 8; } read(bits)", "4 or 12"],
    ["built up from something unknown", "let bits = start; bits |= 8; read(bits)", "unknown"],
    ["a string built up by +=", "let list = 'AES'; list += ':RC4'; read(list)", "'AES:RC4'"],
    [
      "a constant with `||` written for `|`",
      "import { constants as c } from 'crypto'; const BITS = c.SSL_OP_NO_TICKET || c.SSL_OP_NO_TLSv1; read(BITS)",
      String(0x4000),
    ],
    [
      "`||` written for `|`",
      "import { constants as c } from 'crypto'; read(c.SSL_OP_NO_TICKET || c.SSL_OP_NO_TLSv1)",
      String(0x4000),
    ],
  ],
};

describe.each(Object.entries(groups))("%s", (_group, cases) => {
  it.each(cases)("%s: %s", (_name, code, values) => {
    expect(valuesIn(code)).toBe(values);
  });
});

describe("Node's default cipher list", () => {
  it.each([
    "require('tls').DEFAULT_CIPHERS",
    "require('crypto').constants.defaultCoreCipherList",
    "require('constants').defaultCipherList",
  ])("%s is known", (expression) => {
    expect(valuesIn(`read(${expression} + ':@SECLEVEL=0')`)).toMatch(
      /^'TLS_AES_256_GCM_SHA384:.*:!CAMELLIA:@SECLEVEL=0'$/,
    );
  });
});

describe("Bounds", () => {
  const nested = (depth: number) => `read(${"(a ? ".repeat(depth)}'x'${" : 1)".repeat(depth)})`;

  it("does not overflow the stack on deep nesting", () => {
    expect(valuesIn(nested(800))).toContain("unknown");
    expect(valuesIn(`read(${"'a' + ".repeat(2000)}'a')`)).toBe("unknown");
  });

  it("does not blow up on values that double", () => {
    const lines = Array.from({ length: 60 }, (_, index) => `const v${index + 1} = v${index} + v${index};`);
    expect(valuesIn(`const v0 = 'xx'; ${lines.join(" ")} read(v60)`)).toBe("unknown");
  });

  it("gives up on more combinations than anybody means", () => {
    const choices = Array.from({ length: 8 }, (_, index) => `(c${index} ? 'a' : 'b')`);
    expect(valuesIn(`read(${choices.join(" + ")})`)).toBe("unknown");
  });
});
