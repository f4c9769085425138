import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { program } from "./cli-help.js";
import { examples, fromHash, initialState, judgeCode, judged, toHash } from "./playground.js";
import { samples } from "./samples.js";

describe("the playground says what the command line says", () => {
  const all = samples();
  const folder = mkdtempSync(join(tmpdir(), "tls-playground-"));
  let findings: readonly { readonly path: string; readonly [name: string]: unknown }[] = [];
  const run = (...words: readonly string[]) =>
    execFileSync(
      process.execPath,
      [program, ...words, "--node", initialState.node, "--fail-on", "none", "--no-interactive", "."],
      { cwd: folder, encoding: "utf8", maxBuffer: 1e8 },
    );

  beforeAll(() => {
    for (const { path, code } of all) {
      mkdirSync(join(folder, dirname(path)), { recursive: true });
      writeFileSync(join(folder, path), code);
    }
    findings = JSON.parse(run("check", "--format", "json")).findings;
    run("fix", "--allow-no-vcs", "--quiet");
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(all)("of $path", ({ path, language, code }) => {
    const { findings: own, migrated } = judged({ language, code });
    // what comes to light only behind edits is for those to be told who are about to make them
    const expected = findings
      .filter((finding) => finding.path === path && !String(finding["message"]).startsWith("After the other edits: "))
      .map(({ rule, messageId, message, range, grade, level }) => ({ rule, messageId, message, range, grade, level }));
    expect(
      own.map(({ rule, messageId, message, range, grade, level }) => ({
        rule,
        messageId,
        message,
        range,
        grade,
        level,
      })),
    ).toEqual(expected);
    expect(migrated).toBe(readFileSync(join(folder, path), "utf8"));
  });

  it("of samples with findings and without", () => {
    const found = new Set(findings.map(({ path }) => path));
    expect(found.size).toBeGreaterThan(30);
    expect(found.size).toBeLessThan(all.length);
  });
});

describe("verdicts", () => {
  const rowsOf = (code: string, node = ">=12") => judged({ code, node }).optionSets[0]!.combinations[0]!.rows;

  it("name the releases that do alike", () => {
    const rows = rowsOf(
      `require("tls").createServer({ minVersion: "TLSv1", ciphers: "ECDHE-RSA-AES128-SHA" });`,
      "16 || 18 || 20",
    );
    expect(
      rows.map(
        ({ runtimes, versions }) =>
          `${runtimes}: ${versions.map(({ name, status }) => `${name} ${status}`).join(", ")}`,
      ),
    ).toMatchInlineSnapshot(`
      [
        "Node 16-16.16: TLSv1 prohibited, TLSv1.1 prohibited, TLSv1.2 accepted",
        "Node 16.17-16.x: TLSv1 prohibited, TLSv1.1 prohibited, TLSv1.2 accepted, TLSv1.3 accepted",
        "Node 18-18.5: TLSv1 latent, TLSv1.1 latent, TLSv1.2 accepted",
        "Node 18.6-18.x and 20: TLSv1 latent, TLSv1.1 latent, TLSv1.2 accepted, TLSv1.3 accepted",
      ]
    `);
  });

  it("say that a call throws, and why", () => {
    expect(
      rowsOf(`require("tls").connect({ minVersion: "TLSv1.2", secureProtocol: "TLSv1_2_method" });`, "20"),
    ).toEqual([
      expect.objectContaining({
        outcome: "throws",
        reason: expect.stringContaining("ERR_TLS_PROTOCOL_VERSION_CONFLICT"),
      }),
    ]);
  });

  it.each([
    [`require("tls").connect({ rejectUnauthorized: false });`, "off"],
    [`require("tls").connect({ rejectUnauthorized: 0 });`, "certificate and host name"],
    [`require("tls").connect({ checkServerIdentity: () => undefined });`, "certificate, but not the host name"],
    [`require("tls").createServer({ rejectUnauthorized: false });`, "no client certificate asked for"],
    [`require("tls").createServer({ requestCert: true });`, "client certificate required"],
    [`require("mysql2").createConnection({ ssl: { minVersion: "TLSv1.2" } });`, "certificate, but not the host name"],
  ])("%s is verified: %s", (code, verification) => {
    expect(new Set(rowsOf(code, ">=18").map((row) => row.verification))).toEqual(new Set([verification]));
  });

  it("follow each value that an option may have", () => {
    const { combinations } = judged({ code: `require("tls").connect({ minVersion: old ? "TLSv1" : "TLSv1.3" });` })
      .optionSets[0]!;
    expect(combinations.map(({ values }) => values)).toEqual([[`minVersion: "TLSv1"`], [`minVersion: "TLSv1.3"`]]);
  });

  it("name the user's own choice that a value depends on", () => {
    const { combinations } = judged({
      code: `require("tls").connect({ rejectUnauthorized: insecure ? false : true });`,
    }).optionSets[0]!;
    expect(combinations.map(({ values }) => values)).toEqual([
      ["rejectUnauthorized: false where insecure"],
      ["rejectUnauthorized: true"],
    ]);
  });

  it("say what the code does not tell", () => {
    const [set] = judged({
      code: `require("tls").connect({ minVersion: config.min, maxVersion: "TLSv1.3" });`,
    }).optionSets;
    expect(set!.undecided).toContain("`minVersion`");
  });
});

it("reads TypeScript's own syntax", () => {
  const code = `import fs = require("node:fs");
import tls, { type ConnectionOptions } from "node:tls";
declare module "somewhere" { export const value: number }
namespace Limits { export const least = "TLSv1" as const }
enum Mode { Old = 1, New = Old << 1 }
type Pick<T, K extends keyof T = keyof T> = { readonly [P in K]?: T[P] extends (infer U)[] ? U : never };
interface Options<in out T> extends ConnectionOptions { [key: string]: unknown; new (value: T): Options<T>; method?(this: T): asserts this is T }
function sealed<T extends new (...rest: any[]) => object>(target: T, _context: ClassDecoratorContext): T { return target }
@sealed
abstract class Client<T> extends Base<T> implements Disposable {
  static #count = 0;
  declare readonly name: string;
  accessor host = "example.org";
  constructor(private readonly options: Options<T>, protected override port?: number) { super() }
  abstract open(): Promise<void>;
  find(value: string): void;
  find(value: unknown): void { Client.#count += 1 }
  connect(): tls.TLSSocket { return tls.connect({ ...this.options!, minVersion: "TLSv1" } satisfies ConnectionOptions) }
  [Symbol.dispose](): void {}
}
{ using held = new Held() }
const made = <T,>(value: T): value is NonNullable<T> => (<unknown>value as any)!;
export type { Options };
export = Client;
`;
  const { findings } = judged({ language: "typescript", code });
  expect(findings.map(({ rule, range }) => [rule, code.slice(range[0], range[1])])).toEqual([
    ["no-deprecated-protocol-version", 'minVersion: "TLSv1"'],
  ]);
});

it.each([
  ["a short line", `require("tls").connect({ minVersion: "TLSv1" });`, `require("tls").connect({ `],
  [
    "a long line",
    `require("tls").connect({ host: "rather-long-name.example.org", minVersion: "TLSv1" });`,
    `…"rather-long-name.example.org", `,
  ],
])("shows what a finding means in %s", (_name, code, lead) => {
  const { excerpt } = judged({ code }).findings[0]!;
  expect(excerpt.text.slice(excerpt.start, excerpt.end)).toBe(`minVersion: "TLSv1"`);
  expect(excerpt.text.slice(0, excerpt.start)).toBe(lead);
});

describe("what cannot be judged", () => {
  it.each([
    ["code", { code: "const = 1;" }],
    ["code", { code: "let a: string;;; interface {", language: "typescript" as const }],
    ["node", { node: "soon" }],
    ["node", { node: "<4" }],
  ])("is said of %s: %o", (field, change) => {
    expect(judgeCode({ ...initialState, ...change })).toMatchObject({
      kind: "failed",
      field,
      message: expect.stringMatching(/\w/),
    });
  });

  it("is said with line and column, from 1", () => {
    const code = "connect({\n  port: 1,,\n});";
    const at = { offset: code.indexOf(",,") + 1, line: 2, column: 11 };
    for (const language of ["javascript", "typescript"] as const)
      expect(judgeCode({ ...initialState, code, language })).toEqual({
        kind: "failed",
        field: "code",
        message: "Unexpected token",
        at,
      });
  });
});

describe("the address", () => {
  const changed = {
    ...initialState,
    code: "a && b; // % é #\n",
    language: "typescript" as const,
    node: ">=20 <22",
    profile: "modern",
    ask: true,
  };

  it("holds the state", () => {
    expect(fromHash(`#${toHash(changed)}`)).toEqual(changed);
  });

  it("is empty for the state at the beginning", () => {
    expect(toHash(initialState)).toBe("");
    expect(fromHash("")).toEqual(initialState);
  });

  it("knows one end of a line, as the editor does", () => {
    expect(fromHash("#code=a%0D%0Ab%0Dc%0A").code).toBe("a\nb\nc\n");
  });

  it("takes no word that a setting does not have", () => {
    expect(fromHash("#profile=none&language=cobol&certainty=1&level=all")).toEqual(initialState);
  });
});

it.each(examples)("the example $title has something to show", ({ code, language }) => {
  const { findings, optionSets } = judged({ code, language });
  expect(findings.length).toBeGreaterThan(0);
  expect(optionSets.length).toBeGreaterThan(0);
});
