import { describe, expect, it } from "vitest";
import { editedIn, findingsIn } from "./findings.js";

const node = `const tls = require("tls");
const https = require("https");
const { SSL_OP_NO_COMPRESSION, SSL_OP_NO_ENCRYPT_THEN_MAC, SSL_OP_NO_TICKET } = require("crypto").constants;
`;

describe("What a user out of sight may rely on is reported and not edited:", () => {
  it.each([
    [
      "a server's object that a client spreads",
      `const o = { key, cert, rejectUnauthorized: false }; https.createServer({ ...o }, app); new https.Agent({ ...o });`,
    ],
    [
      "an unknown function",
      `const o = { key, cert, rejectUnauthorized: false }; https.createServer(o, app); audit(o);`,
    ],
    ["a list of somebody else", `const o = { host, minVersion: "TLSv1" }; queue.push(o); tls.connect(o);`],
    ["the global object", `const o = { host, minVersion: "TLSv1" }; globalThis.defaults = o; tls.connect(o);`],
    [
      "a registry",
      `const known = new Map([["old", { host, minVersion: "TLSv1" }]]); exports.open = (name) => tls.connect(known.get(name));`,
    ],
    [
      "a set",
      `const o = { host, minVersion: "TLSv1" }; const known = new Set([o]); exports.all = () => [...known].map(open); tls.connect(o);`,
    ],
    [
      "an object that another one is put into",
      `const base = { host }; Object.assign(base, { minVersion: "TLSv1" }); register(base); tls.connect(base);`,
    ],
    [
      "a parameter that gets it",
      `exports.set = (target) => { Object.assign(target, { minVersion: "TLSv1" }); tls.connect(target); };`,
    ],
    ["a cache that is exported", `const o = { host, minVersion: "TLSv1" }; exports.last = o; tls.connect(o);`],
    [
      "an exported function that returns it",
      `function options() { return { host, minVersion: "TLSv1" }; } tls.connect(options()); module.exports = { options };`,
    ],
    ["an event", `const o = { host, minVersion: "TLSv1" }; emitter.emit("connect", o); tls.connect(o);`],
    [
      "a bit among others",
      `const o = { host, secureOptions: SSL_OP_NO_TICKET | SSL_OP_NO_ENCRYPT_THEN_MAC }; audit(o); tls.connect(o);`,
    ],
    [
      "a bit whose reason stands behind it",
      `const o = { host, secureOptions: SSL_OP_NO_TICKET | SSL_OP_NO_ENCRYPT_THEN_MAC /* printers */ }; tls.connect(o);`,
    ],
    [
      "a bit in a constant",
      `const bits = SSL_OP_NO_TICKET | SSL_OP_NO_ENCRYPT_THEN_MAC; const o = { host, secureOptions: bits }; audit(o); tls.connect(o);`,
    ],
    [
      "bits that `||` stops at",
      `const o = { host, secureOptions: SSL_OP_NO_TICKET || SSL_OP_NO_COMPRESSION }; audit(o); tls.connect(o);`,
    ],
    ["a misspelt option", `const o = { host, rejectUnauthorised: true }; audit(o); tls.connect(o);`],
    ["an option that Node has given up", `const o = { host, NPNProtocols: ["h2"] }; audit(o); tls.connect(o);`],
  ])("%s", (_name, code) => {
    expect(findingsIn(node + code)).not.toEqual([]);
    expect(editedIn(node + code)).toBe(node + code);
  });
});

describe("What is read by its name keeps it:", () => {
  it.each([
    [
      "a table of kinds",
      `const kinds = { old: { secureProtocol: "TLSv1_method" } }; const describe = (name) => kinds[name].secureProtocol; tls.connect(kinds.old);`,
    ],
    [
      "its entries",
      `const kinds = { old: { secureProtocol: "TLSv1_method" } }; Object.entries(kinds).map(([name, { secureProtocol }]) => name + secureProtocol); tls.connect(kinds.old);`,
    ],
    [
      "its values",
      `const kinds = { old: { secureProtocol: "TLSv1_method" } }; for (const { secureProtocol } of Object.values(kinds)) log(secureProtocol); tls.connect(kinds.old);`,
    ],
    [
      "a pattern",
      `const o = { host, secureProtocol: "TLSv1_method" }; const { secureProtocol } = o; log(secureProtocol); tls.connect(o);`,
    ],
    ["`in`", `const o = { host, secureProtocol: "TLSv1_method" }; if ("secureProtocol" in o) log(); tls.connect(o);`],
    [
      "Object.hasOwn",
      `const o = { host, secureProtocol: "TLSv1_method" }; if (Object.hasOwn(o, "secureProtocol")) log(); tls.connect(o);`,
    ],
    ["its keys", `const o = { host, secureProtocol: "TLSv1_method" }; cache(Object.keys(o).join()); tls.connect(o);`],
    [
      "hasOwnProperty",
      `const o = { host, secureProtocol: "TLSv1_method" }; if (o.hasOwnProperty("secureProtocol")) log(); tls.connect(o);`,
    ],
    [
      "for ... in",
      `const o = { host, secureProtocol: "TLSv1_method" }; for (const key in o) log(key); tls.connect(o);`,
    ],
  ])("%s", (_name, code) => {
    expect(findingsIn(node + code)).not.toEqual([]);
    expect(editedIn(node + code)).toContain('secureProtocol: "TLSv1_method"');
  });
});

describe("A name that the program reads gets no value that it had not:", () => {
  it.each([
    ["a member", `const o = { host, secureProtocol: "TLSv1_method" }; log(o.minVersion); tls.connect(o);`],
    [
      "of an object around it",
      `const o = { ...{ secureProtocol: "TLSv1_method" }, host }; log(o.minVersion); tls.connect(o);`,
    ],
    [
      "a default of a pattern",
      `const o = { host, secureProtocol: "TLSv1_method" }; const { minVersion = "TLSv1.3" } = o; log(minVersion); tls.connect(o);`,
    ],
    ["`in`", `const o = { host, secureProtocol: "TLSv1_method" }; if (!("minVersion" in o)) warn(); tls.connect(o);`],
  ])("%s", (_name, code) => {
    expect(findingsIn(node + code)).not.toEqual([]);
    expect(editedIn(node + code)).toBe(node + code);
  });
});

describe("A misspelt option keeps its name where another would do harm:", () => {
  it.each([
    ["it is read", `const o = { host, rejectUnauthorised: true }; log(o.rejectUnauthorised); tls.connect(o);`],
    [
      "the right one is read",
      `const o = { host, rejectUnauthorised: true }; log(o.rejectUnauthorized); tls.connect(o);`,
    ],
    [
      "another call has the right one",
      `const o = { rejectUnauthorised: true }; tls.connect({ host, ...o }); tls.connect({ rejectUnauthorized: false, ...o });`,
    ],
  ])("%s", (_name, code) => {
    expect(editedIn(node + code)).toBe(node + code);
  });
});

describe("What the agent of the whole process may overrule is asked about:", () => {
  const settings = [
    ["its options", `https.globalAgent.options.secureProtocol = "TLSv1_method";`],
    ["another agent", `https.globalAgent = new https.Agent({ secureProtocol: "TLSv1_method" });`],
  ] as const;

  it.each(settings)("%s", (_name, agent) => {
    const request = `https.get({ host, secureProtocol: "TLSv1_3_method" });`;
    expect(editedIn(node + agent + request)).toContain(request);
    expect(editedIn(node + request)).toContain(`https.get({ host, minVersion: "TLSv1.2" });`);
  });

  it.each(settings)("%s, and a connection that has no agent", (_name, agent) => {
    expect(editedIn(`${node}${agent}tls.connect({ host, secureProtocol: "TLSv1_method" });`)).toContain(
      `tls.connect({ host, minVersion: "TLSv1.2" });`,
    );
  });
});

describe("What the agent of the whole process covers does not come to light:", () => {
  const agent = `https.globalAgent.options.secureProtocol = "TLSv1_2_method";`;
  const renamed = `https.globalAgent.options.minVersion = "TLSv1.2";`;
  const covered = `https.globalAgent.options.secureProtocol = undefined;`;

  it.each([
    ["a request's own method", `https.get({ host, secureProtocol: "TLSv1_3_method" });`],
    ["one that is not known", `https.get({ host, secureProtocol: given.method });`],
    ["options from out of sight", `exports.get = (base) => https.get({ host, ...base });`],
  ])("%s", (_name, request) => {
    const edited = editedIn(`${node}${agent}\n${request}`);
    expect(edited).toContain(covered);
    expect(edited).toContain(renamed);
  });

  it.each([
    ["a request without one", `https.get({ host, minVersion: "TLSv1.2" });`],
    ["a connection that has no agent", `exports.open = (base) => tls.connect({ host, ...base });`],
  ])("but there is nothing below it: %s", (_name, request) => {
    const edited = editedIn(`${node}${agent}\n${request}`);
    expect(edited).toContain(renamed);
    expect(edited).not.toContain(covered);
  });
});

describe("A check of host names is not taken off another value that throws:", () => {
  const accepting = "checkServerIdentity: () => undefined";

  it.each(["null", `"strict"`, "given.check"])("%s", (below) => {
    const code = `${node}tls.connect({ host, checkServerIdentity: ${below}, ${accepting} });`;
    expect(findingsIn(code).map(({ grade }) => grade)).toEqual(["manual"]);
    expect(editedIn(code, true)).toBe(code);
  });

  it("nor where the program asks for one, and sets it", () => {
    const code = `${node}const o = { host, ${accepting} }; if (!o.checkServerIdentity) o.checkServerIdentity = null; tls.connect(o);`;
    expect(editedIn(code, true)).toBe(code);
  });

  it("but off another check", () => {
    expect(
      editedIn(
        `${node}tls.connect({ host, checkServerIdentity: (name, c) => tls.checkServerIdentity(name, c), ${accepting} });`,
        true,
      ),
    ).not.toContain(accepting);
  });
});

describe("A branch is not left without a suite that it can use:", () => {
  const list = `"AES128-SHA:ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES128-GCM-SHA256"`;

  it.each([
    ["a method", `secureProtocol: "TLSv1_method"`],
    ["a maximum", `minVersion: "TLSv1", maxVersion: "TLSv1.1"`],
  ])("%s", (_name, old) => {
    const branch = (options: string) =>
      `${node}exports.open = (old) => tls.connect({ host, ...(old && { ${options} }), ciphers: ${list} });`;
    expect(editedIn(branch(old), true)).toBe(branch(old));
    expect(editedIn(branch("port"), true)).not.toContain("AES128-SHA:");
  });

  it("a method that the program needs by its name", () => {
    const code = (read: string) =>
      `${node}const o = { host, secureProtocol: "TLSv1_method", ciphers: "DEFAULT@SECLEVEL=0" }; log(${read}); tls.connect(o);`;
    expect(editedIn(code("o.minVersion"), true)).toBe(code("o.minVersion"));
    expect(editedIn(code("o.host"), true)).toContain(`minVersion: "TLSv1.2"`);
  });
});

describe("Where all users are in sight and agree, the edit is made:", () => {
  it.each([
    ["one call", `const o = { host, secureProtocol: "TLSv1_method" }; tls.connect(o);`],
    [
      "another property that is read",
      `const o = { host, secureProtocol: "TLSv1_method" }; console.log("to", o.host); tls.connect(o);`,
    ],
    [
      "its printed form",
      `const o = { host, secureProtocol: "TLSv1_method" }; console.log(JSON.stringify(o)); tls.connect(o);`,
    ],
    [
      "two clients",
      `const o = { secureProtocol: "TLSv1_method" }; tls.connect({ host, ...o }); https.get({ host, ...o });`,
    ],
    [
      "a function of the file",
      `function options() { return { host, secureProtocol: "TLSv1_method" }; } tls.connect(options());`,
    ],
    [
      "a table that is asked for one name",
      `const kinds = { old: { secureProtocol: "TLSv1_method" } }; tls.connect({ host, ...kinds.old });`,
    ],
    ["a list that is gone through", `[{ host, secureProtocol: "TLSv1_method" }].forEach((o) => tls.connect(o));`],
    [
      "an object that another one is put into, in sight",
      `const base = { host }; Object.assign(base, { secureProtocol: "TLSv1_method" }); tls.connect(base);`,
    ],
  ])("%s", (_name, code) => {
    expect(editedIn(node + code)).toContain('minVersion: "TLSv1.2"');
    expect(editedIn(node + code)).not.toContain("secureProtocol");
  });

  it.each([
    [
      "a bit among others",
      `const o = { host, secureOptions: SSL_OP_NO_TICKET | SSL_OP_NO_ENCRYPT_THEN_MAC }; tls.connect(o);`,
      "secureOptions: SSL_OP_NO_TICKET }",
    ],
    [
      "a misspelt option of two calls",
      `const o = { rejectUnauthorised: true }; tls.connect({ host, ...o }); https.get(o);`,
      "rejectUnauthorized: true",
    ],
  ])("%s", (_name, code, expected) => {
    expect(editedIn(node + code)).toContain(expected);
  });
});

describe("What may not be there, or may come from out of sight, decides nothing:", () => {
  it("an option that a branch deletes", () => {
    const program = `${node}const o = { host, minVersion: "TLSv1.2" };
if (old) delete o.minVersion;
o.secureProtocol = "TLSv1_method";
tls.connect(o);`;
    expect(findingsIn(program).map(({ rule }) => rule)).toContain("no-invalid-tls-options");
    expect(editedIn(program)).toContain(`o.secureProtocol = "TLSv1_method";`);
  });

  it.each([
    ["a value that is not known", `tls.connect({ host, maxVersion: "TLSv1.1", minVersion: given.minVersion });`],
    ["an object that is not known", `exports.open = (base) => tls.connect({ ...base, maxVersion: "TLSv1.1" });`],
  ])("%s may lower the minimum under a maximum", (_name, code) => {
    expect(findingsIn(node + code).map(({ rule, messageId }) => `${rule} ${messageId}`)).toContain(
      "no-deprecated-protocol-version caps",
    );
    expect(findingsIn(node + code).map(({ rule }) => rule)).not.toContain("no-invalid-tls-options");
  });

  it("a value that is no `false`, beside one with which old releases do not connect at all", () => {
    const program = `${node}tls.connect({ host, ecdhCurve: "P-256:secp192r1", rejectUnauthorized: 0 });`;
    expect(editedIn(program)).toContain("rejectUnauthorized: 0");
    expect(editedIn(program, true)).toContain("rejectUnauthorized: true");
  });

  it.each([
    ["nothing but the maximum", `tls.connect({ host, maxVersion: "TLSv1.1" });`],
    [
      "a minimum above it",
      `exports.open = (base) => tls.connect({ ...base, minVersion: "TLSv1.2", maxVersion: "TLSv1.1" });`,
    ],
  ])("%s leaves no version", (_name, code) => {
    expect(findingsIn(node + code).map(({ rule }) => rule)).toContain("no-invalid-tls-options");
  });
});
