import { describe, expect, it } from "vitest";
import { editedIn, findingsIn } from "./findings.js";

const node = `const tls = require("tls");
const https = require("https");
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
