import { describe, expect, it } from "vitest";
import { added, removed, replaced, respelt } from "./mended.js";

/** A name, a piece of code, and what becomes of it; undefined where the text is not ours to change. */
type Case = readonly [name: string, code: string, result: string | undefined];

const https = "const https = require('https');\n";

describe("Another value", () => {
  it.each<Case>([
    ["in single quotes", "open({ minVersion: 'TLSv1' });", "open({ minVersion: 'TLSv1.2' });"],
    ["in double quotes", 'open({ minVersion: "TLSv1" });', 'open({ minVersion: "TLSv1.2" });'],
    ["in a template", "open({ minVersion: `TLSv1` });", "open({ minVersion: `TLSv1.2` });"],
    ["in parentheses", "open({ minVersion: ('TLSv1') });", "open({ minVersion: ('TLSv1.2') });"],
    ["as const", "open({ minVersion: 'TLSv1' as const });", "open({ minVersion: 'TLSv1.2' as const });"],
    ["of a concatenation", "open({ minVersion: 'TLS' + 'v1' });", "open({ minVersion: 'TLSv1.2' });"],
    [
      "of one branch",
      "open({ minVersion: old ? 'TLSv1' : 'TLSv1.3' });",
      "open({ minVersion: old ? 'TLSv1.2' : 'TLSv1.3' });",
    ],
    [
      "of a default",
      "open({ minVersion: settings.min || 'TLSv1' });",
      "open({ minVersion: settings.min || 'TLSv1.2' });",
    ],
    [
      "of a constant that serves the option alone",
      `const version = 'TLSv1';
open({ minVersion: version });`,
      `const version = 'TLSv1.2';
open({ minVersion: version });`,
    ],
    [
      "of a constant that serves more",
      `const version = 'TLSv1';
open({ minVersion: version }); log(version);`,
      `const version = 'TLSv1';
open({ minVersion: 'TLSv1.2' }); log(version);`,
    ],
    [
      "of an exported constant",
      `export const version = 'TLSv1';
open({ minVersion: version });`,
      `export const version = 'TLSv1';
open({ minVersion: 'TLSv1.2' });`,
    ],
    [
      "of a shorthand with a constant of its own",
      `const minVersion = 'TLSv1';
open({ minVersion });`,
      `const minVersion = 'TLSv1.2';
open({ minVersion });`,
    ],
    [
      "of a shorthand whose constant serves more",
      `const minVersion = 'TLSv1';
open({ minVersion }); log(minVersion);`,
      `const minVersion = 'TLSv1';
open({ minVersion: 'TLSv1.2' }); log(minVersion);`,
    ],
    [
      "of a property of a table",
      `const P = { min: 'TLSv1' };
open({ minVersion: P.min });`,
      `const P = { min: 'TLSv1' };
open({ minVersion: 'TLSv1.2' });`,
    ],
    [
      "of a default in a pattern",
      "function f({ minVersion = 'TLSv1' }) {}",
      "function f({ minVersion = 'TLSv1.2' }) {}",
    ],
    [
      "of a default in a pattern that a call uses",
      `${https}export function f({ minVersion = 'TLSv1' }) { https.get({ minVersion }); }`,
      `${https}export function f({ minVersion = 'TLSv1.2' }) { https.get({ minVersion }); }`,
    ],
    ["of a class field", "class Options { minVersion = 'TLSv1'; }", "class Options { minVersion = 'TLSv1.2'; }"],
    ["of an assignment", "options.minVersion = 'TLSv1'", "options.minVersion = 'TLSv1.2'"],
    ["of an assignment by ??=", "options.minVersion ??= 'TLSv1';", "options.minVersion ??= 'TLSv1.2';"],
    [
      "of an argument of a function of the file",
      `${https}function f(min) { https.get({ minVersion: min }); }\nf('TLSv1');`,
      `${https}function f(min) { https.get({ minVersion: min }); }\nf('TLSv1.2');`,
    ],
    [
      "of an argument that serves more",
      `${https}function f(min) { log(min); https.get({ minVersion: min }); }\nf('TLSv1');`,
      undefined,
    ],
    ["of an exported object", "export const options = { minVersion: 'TLSv1' };", undefined],
    [
      "of one of several values that are out of reach",
      `const P = { a: 'TLSv1', b: 'TLSv1.1' };
open({ minVersion: P[name] });`,
      undefined,
    ],
  ])("%s: %s", (_name, code, result) => {
    expect(replaced(code, "minVersion", "TLSv1.2")).toBe(result);
  });

  it("that is no string", () => {
    expect(replaced("open({ rejectUnauthorized: !1 });", "rejectUnauthorized", true)).toBe(
      "open({ rejectUnauthorized: true });",
    );
    expect(
      replaced(
        `const c = require('constants');
options.secureOptions |= c.SSL_OP_NO_TICKET;`,
        "secureOptions",
        0,
      ),
    ).toBeUndefined();
  });

  it("escaped for the quotes around it", () => {
    expect(replaced("open({ minVersion: 'TLSv1' });", "minVersion", "it's \\ ${x}")).toBe(
      "open({ minVersion: 'it\\'s \\\\ ${x}' });",
    );
    expect(replaced("open({ minVersion: `TLSv1` });", "minVersion", "a`b${x}")).toBe(
      "open({ minVersion: `a\\`b\\${x}` });",
    );
  });

  it("in the quotes of the file where there are none", () => {
    expect(
      replaced(
        `const a = ["a", "b"];
open({ rejectUnauthorized: false });`,
        "rejectUnauthorized",
        "x",
      ),
    ).toContain('rejectUnauthorized: "x"');
  });
});

describe("Another option", () => {
  it.each<Case>([
    ["for a property", "open({ secureProtocol: 'TLSv1_method' });", "open({ minVersion: 'TLSv1.2' });"],
    ["under a quoted key", 'open({ "secureProtocol": "TLSv1_method" });', 'open({ "minVersion": "TLSv1.2" });'],
    [
      "under a key in brackets",
      "open({ ['secureProtocol']: 'TLSv1_method' });",
      "open({ ['minVersion']: 'TLSv1.2' });",
    ],
    [
      "for a shorthand",
      `const secureProtocol = 'TLSv1_method';
open({ secureProtocol });`,
      `const secureProtocol = 'TLSv1_method';
open({ minVersion: 'TLSv1.2' });`,
    ],
    [
      "with comments between",
      "open({ secureProtocol /* old */ : /* very */ 'TLSv1_method' /* ! */ });",
      "open({ minVersion /* old */ : /* very */ 'TLSv1.2' /* ! */ });",
    ],
    ["for a cast", "open({ secureProtocol: 'TLSv1_method' as string });", "open({ minVersion: 'TLSv1.2' });"],
    ["for an assignment", "options.secureProtocol = 'TLSv1_method';", "options.minVersion = 'TLSv1.2';"],
    [
      "for an assignment by a quoted name",
      "options['secureProtocol'] = 'TLSv1_method';",
      "options['minVersion'] = 'TLSv1.2';",
    ],
    [
      "for an assignment without braces",
      "if (x) options.secureProtocol = 'TLSv1_method';",
      "if (x) options.minVersion = 'TLSv1.2';",
    ],
    [
      "for an assignment inside an expression",
      "x && (options.secureProtocol = 'TLSv1_method');",
      "x && (options.minVersion = 'TLSv1.2');",
    ],
    [
      "for an assignment by a name in a variable",
      `const name = 'secureProtocol';
options[name] = 'TLSv1_method';`,
      undefined,
    ],
    [
      "for a computed key",
      `const name = 'secureProtocol';
open({ [name]: 'TLSv1_method' });`,
      undefined,
    ],
    ["for a class field, which others may read", "class Options { secureProtocol = 'TLSv1_method'; }", undefined],
    [
      "for a default in a pattern, which names a variable",
      "function f({ secureProtocol = 'TLSv1_method' }) {}",
      undefined,
    ],
  ])("%s: %s", (_name, code, result) => {
    expect(respelt(code)).toBe(result);
  });
});

describe("An option taken out", () => {
  it.each<Case>([
    ["alone", "open({ maxVersion: 'TLSv1.1' });", "open({});"],
    ["alone with a comma and a comment", "open({ maxVersion: 'TLSv1.1', /* weak */ });", undefined],
    ["first on a line", "open({ maxVersion: 'TLSv1.1', a });", "open({ a });"],
    ["in the middle of a line", "open({ a, maxVersion: 'TLSv1.1', b });", "open({ a, b });"],
    ["last on a line", "open({ a, maxVersion: 'TLSv1.1' });", "open({ a });"],
    ["last with a comma", "open({ a, maxVersion: 'TLSv1.1', });", "open({ a, });"],
    [
      "below what tells other tools about it",
      `open({
  a,
  // @ts-expect-error the type knows no numbers
  // eslint-disable-next-line no-restricted-syntax
  maxVersion: 'TLSv1.1',
  b,
});`,
      `open({
  a,
  b,
});`,
    ],
    [
      "below a comment that a blank line sets apart",
      `open({
  // the meters

  maxVersion: 'TLSv1.1',
  b,
});`,
      `open({
  // the meters

  b,
});`,
    ],
    [
      "behind a spread that may say it too",
      "open({ ...(a), maxVersion: 'TLSv1.1' });",
      "open({ ...(a), maxVersion: undefined });",
    ],
    [
      "that stands in where there is none, under a spread that lies on another one",
      "const a = {}; a.maxVersion ||= 'TLSv1.1'; require('tls').connect({ ...b, ...a });",
      undefined,
    ],
    [
      "behind a spread that does not say it",
      "const a = { host }; open({ ...a, maxVersion: 'TLSv1.1' });",
      "const a = { host }; open({ ...a });",
    ],
    ["before a spread", "open({ maxVersion: 'TLSv1.1', ...(a) });", "open({ ...(a) });"],
    [
      "on its own line",
      `open({
  a,
  maxVersion: 'TLSv1.1',
  b,
});`,
      `open({
  a,
  b,
});`,
    ],
    [
      "on the last line",
      `open({
  a,
  maxVersion: 'TLSv1.1'
});`,
      `open({
  a
});`,
    ],
    [
      "alone on its line",
      `open({
  maxVersion: 'TLSv1.1',
});`,
      "open({});",
    ],
    [
      "with carriage returns",
      "open({\r\n\ta,\r\n\tmaxVersion: 'TLSv1.1',\r\n\tb,\r\n});",
      "open({\r\n\ta,\r\n\tb,\r\n});",
    ],
    ["last with carriage returns", "open({\r\n\ta,\r\n\tmaxVersion: 'TLSv1.1'\r\n});", "open({\r\n\ta\r\n});"],
    [
      "over several lines",
      `open({
  a,
  maxVersion: ['TLSv1',
    '1'].join('.'),
  b,
});`,
      `open({
  a,
  b,
});`,
    ],
    [
      "with a comment behind it",
      `open({
  a,
  maxVersion: 'TLSv1.1', // weak
  b,
});`,
      undefined,
    ],
    [
      "last with a comment behind it",
      `open({
  a, // first
  maxVersion: 'TLSv1.1' // weak
});`,
      undefined,
    ],
    [
      "with a comment above it",
      `open({
  a,
  // weak
  maxVersion: 'TLSv1.1',
});`,
      undefined,
    ],
    ["with a comment before its comma", "open({ maxVersion: 'TLSv1.1' /* weak */, b });", undefined],
    ["with what stands inside", "open({ a, maxVersion: /* weak */ 'TLSv1.1' });", "open({ a });"],
    [
      "with a comma on the next line",
      `open({
    a
  , maxVersion: 'TLSv1.1'
  , b
});`,
      `open({
    a
  , b
});`,
    ],
    [
      "in an assignment",
      `a();
options.maxVersion = 'TLSv1.1';
b();`,
      `a();
b();`,
    ],
    ["in an assignment on a shared line", "a(); options.maxVersion = 'TLSv1.1'; b();", "a(); b();"],
    [
      "in an assignment with a comment behind it",
      `a();
options.maxVersion = 'TLSv1.1'; // weak
b();`,
      undefined,
    ],
    ["in an assignment without braces", "if (x) options.maxVersion = 'TLSv1.1';", ""],
    ["in an assignment alone in a block", "if (x) {\n  options.maxVersion = 'TLSv1.1';\n}\nb();", "b();"],
    [
      "in an assignment alone in a block inside another",
      "if (x) {\n  if (y) {\n    options.maxVersion = 'TLSv1.1';\n  }\n}\nb();",
      "b();",
    ],
    [
      "in an assignment alone behind else",
      "if (x) { a(); } else { options.maxVersion = 'TLSv1.1'; }\nb();",
      "if (x) { a(); }\nb();",
    ],
    ["in an assignment behind else without braces", "if (x) a(); else options.maxVersion = 'TLSv1.1';", "if (x) a();"],
    ["in an assignment beside others", "if (x) { a(); options.maxVersion = 'TLSv1.1'; }", "if (x) { a(); }"],
    [
      "in an assignment alone behind a test that does something",
      "if (x()) { options.maxVersion = 'TLSv1.1'; }",
      undefined,
    ],
    [
      "in an assignment alone in a block with a comment",
      "if (x) { /* why */ options.maxVersion = 'TLSv1.1'; }",
      undefined,
    ],
    ["in an assignment alone in a function", "function f() { options.maxVersion = 'TLSv1.1'; }", undefined],
    ["in an assignment alone in a loop", "for (const o of list) { o.maxVersion = 'TLSv1.1'; }", undefined],
    ["in an assignment alone in a try", "try { options.maxVersion = 'TLSv1.1'; } catch {}", undefined],
    [
      "in an assignment alone in a case",
      "switch (x) { case 1: options.maxVersion = 'TLSv1.1'; case 2: b(); }",
      undefined,
    ],
    ["of one branch", "open({ maxVersion: x ? 'TLSv1.1' : 'TLSv1.3' });", undefined],
    ["that an unknown operand may give", "open({ maxVersion: given || 'TLSv1.1' });", undefined],
    ["in an assignment between if and else", "if (x) options.maxVersion = 'TLSv1.1'; else b();", undefined],
    [
      "in an assignment whose line keeps two statements apart",
      `const x = a
options.maxVersion = 'TLSv1.1';
[1].map(b);`,
      `const x = a
;
[1].map(b);`,
    ],
    [
      "in an assignment inside a case",
      "switch (x) { case 1: options.maxVersion = 'TLSv1.1'; break; }",
      "switch (x) { case 1: break; }",
    ],
    [
      "in a class field",
      `class Options {
  a = 1;
  maxVersion = 'TLSv1.1';
}`,
      `class Options {
  a = 1;
}`,
    ],
    ["in a default", "function f({ maxVersion = 'TLSv1.1', b }) {}", "function f({ maxVersion, b }) {}"],
    ["in an assignment whose value is used", "const x = (options.maxVersion = 'TLSv1.1');", undefined],
    ["in an exported object", "export default { maxVersion: 'TLSv1.1' };", undefined],
    [
      "in an object that is frozen and exported",
      "module.exports.tls = Object.freeze({ maxVersion: 'TLSv1.1' });",
      undefined,
    ],
    [
      "in an object that is exported under another name",
      `const tls = { maxVersion: 'TLSv1.1' };
export { tls as options };`,
      undefined,
    ],
    [
      "in an object that is exported inside another one",
      `const tls = { maxVersion: 'TLSv1.1' };
module.exports = { tls };`,
      undefined,
    ],
    [
      "in an object that is spread into an exported one",
      `const tls = { maxVersion: 'TLSv1.1' };
export const all = { ...tls };`,
      undefined,
    ],
    [
      "in an object that is exported before it is written",
      `const tls = {};
module.exports = tls;
tls.maxVersion = 'TLSv1.1';`,
      undefined,
    ],
    ["in an element of an exported list", "export const list = [{ maxVersion: 'TLSv1.1' }];", undefined],
    [
      "in an object that is put into an exported list",
      `export const list = [];
list.push({ maxVersion: 'TLSv1.1' });`,
      undefined,
    ],
    [
      "in an object that is put into an exported object",
      `const all = {};
all.old = { maxVersion: 'TLSv1.1' };
exports.all = all;`,
      undefined,
    ],
    [
      "in a static field of an exported class",
      "export class Client { static tls = { maxVersion: 'TLSv1.1' }; }",
      undefined,
    ],
    [
      "in a list of the file alone",
      "const list = [{ maxVersion: 'TLSv1.1' }]; connect(list[0]);",
      "const list = [{}]; connect(list[0]);",
    ],
    [
      "in a static field of the file alone",
      "class Client { static tls = { maxVersion: 'TLSv1.1' }; } connect(Client.tls);",
      "class Client { static tls = {}; } connect(Client.tls);",
    ],
    [
      "in an object beside an exported one",
      `const tls = { maxVersion: 'TLSv1.1' };
export const all = { tls: undefined };`,
      `const tls = {};
export const all = { tls: undefined };`,
    ],
  ])("%s: %s", (_name, code, result) => {
    expect(removed(code, "maxVersion")).toBe(result);
  });
});

describe("An option added", () => {
  it.each<Case>([
    [
      "on the same line",
      "open({ rejectUnauthorized: false });",
      "open({ rejectUnauthorized: false, minVersion: 'TLSv1.2' });",
    ],
    [
      "between others",
      "open({ rejectUnauthorized: false, b });",
      "open({ rejectUnauthorized: false, minVersion: 'TLSv1.2', b });",
    ],
    [
      "behind a last comma",
      "open({ rejectUnauthorized: false, });",
      "open({ rejectUnauthorized: false, minVersion: 'TLSv1.2', });",
    ],
    [
      "on a line of its own",
      `open({
  rejectUnauthorized: false,
  b,
});`,
      `open({
  rejectUnauthorized: false,
  minVersion: 'TLSv1.2',
  b,
});`,
    ],
    [
      "at the end without a comma",
      `open({
  a,
  rejectUnauthorized: false
});`,
      `open({
  a,
  rejectUnauthorized: false,
  minVersion: 'TLSv1.2'
});`,
    ],
    [
      "with tabs and carriage returns",
      "open({\r\n\trejectUnauthorized: false,\r\n});",
      "open({\r\n\trejectUnauthorized: false,\r\n\tminVersion: 'TLSv1.2',\r\n});",
    ],
    [
      "behind a comment on the line",
      `open({
  rejectUnauthorized: false, // lab
});`,
      `open({
  rejectUnauthorized: false, // lab
  minVersion: 'TLSv1.2',
});`,
    ],
    [
      "behind a comment on the line without a comma",
      `open({
  rejectUnauthorized: false // lab
});`,
      `open({
  rejectUnauthorized: false, // lab
  minVersion: 'TLSv1.2'
});`,
    ],
    [
      "before a comment that goes on",
      `open({
  rejectUnauthorized: false, /* lab
  only */
});`,
      `open({
  rejectUnauthorized: false, minVersion: 'TLSv1.2', /* lab
  only */
});`,
    ],
    [
      "where several stand on a line",
      `open({
  rejectUnauthorized: false, a,
});`,
      `open({
  rejectUnauthorized: false, minVersion: 'TLSv1.2', a,
});`,
    ],
    [
      "behind an assignment",
      `options.rejectUnauthorized = false;
b();`,
      `options.rejectUnauthorized = false;
options.minVersion = 'TLSv1.2';
b();`,
    ],
    [
      "behind an assignment without a semicolon",
      "if (x) {\n\tthis.a.options.rejectUnauthorized = false\n}",
      "if (x) {\n\tthis.a.options.rejectUnauthorized = false\n\tthis.a.options.minVersion = 'TLSv1.2'\n}",
    ],
    [
      "behind an assignment on a shared line",
      "a(); options.rejectUnauthorized = false; b();",
      "a(); options.rejectUnauthorized = false; options.minVersion = 'TLSv1.2'; b();",
    ],
    [
      "behind an assignment in a block of one line",
      "if (x) { options.rejectUnauthorized = false }",
      "if (x) { options.rejectUnauthorized = false; options.minVersion = 'TLSv1.2' }",
    ],
    [
      "behind a class field",
      `class Options {
  rejectUnauthorized = false;
}`,
      `class Options {
  rejectUnauthorized = false;
  minVersion = 'TLSv1.2';
}`,
    ],
    ["behind an assignment without braces", "if (x) options.rejectUnauthorized = false;", undefined],
    ["to an exported object", "module.exports = { rejectUnauthorized: false };", undefined],
  ])("%s: %s", (_name, code, result) => {
    expect(added(code, "rejectUnauthorized")).toBe(result);
  });
});
