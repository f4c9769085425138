import { describe, expect, it } from "vitest";
import { parseSource } from "../../../../codemods/src/engine/reading/parse-source.js";
import { analyze } from "../../src/analyze.js";
import { readOptions } from "../../src/rules/shared/secure-context.js";
import { resolveSettings } from "../../src/settings.js";
import { findTlsOptions } from "../../src/source/sites/find-tls-options.js";
import { programOf } from "./reading.js";

const settings = resolveSettings({ level: "note" });
const head = 'import tls from "node:tls";\nimport https from "node:https";\n';

const found = (code: string) =>
  analyze(parseSource("a.ts", head + code), settings).map(
    ({ rule, messageId, message }) => `${rule} ${messageId} ${message}`,
  );

/** How many of the sets of options of a program are judged. */
const judged = (code: string) => readOptions(programOf(head + code)).length;

describe("calls of one object", () => {
  const object = "const o = { host, minVersion: 'TLSv1', rejectUnauthorized: false };\n";

  it("are judged once where they differ in their place only", () => {
    expect(judged(`${object}tls.connect(o); tls.connect(o); tls.connect(o);`)).toBe(1);
    expect(findTlsOptions(programOf(`${head}${object}tls.connect(o); tls.connect(o); tls.connect(o);`))).toHaveLength(
      3,
    );
    expect(found(`${object}tls.connect(o); tls.connect(o);`)).toEqual(found(`${object}tls.connect(o);`));
  });

  it.each([
    ["their side", "tls.connect(o); tls.createServer(o);"],
    ["their guard", "tls.connect(o); if (insecure) tls.connect(o);"],
    ["what they call", "tls.connect(o); new tls.TLSSocket(socket, o);"],
    ["their reach", "new https.Agent(o); https.globalAgent = new https.Agent(o);"],
    ["what the object has by then", "tls.connect(o); tls.connect({ ...o, maxVersion: 'TLSv1.2' });"],
  ])("are judged one by one where they differ in %s", (_, calls) => {
    expect(judged(object + calls)).toBe(2);
  });

  it("are all there for whoever asks who lives by a write", () => {
    const many = `${object}${"tls.connect(o);\n".repeat(3)}`;
    expect(new Set(findTlsOptions(programOf(head + many)).map(({ anchor }) => anchor)).size).toBe(3);
  });
});
