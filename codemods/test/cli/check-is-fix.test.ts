import type { Edit } from "tls-rules";
import { describe, expect, it } from "vitest";
import { createRepository, type Folder } from "../harness/folder.js";
import { run } from "../harness/run.js";

interface Found {
  readonly rule: string;
  readonly grade: string;
  readonly status: string;
  readonly fixable: boolean;
  readonly range: readonly [number, number];
  readonly edits: readonly Edit[];
}

interface Told {
  readonly findings: readonly Found[];
  readonly totals: { readonly findings: { readonly new: number; readonly fixed: number } };
}

async function tell(folder: Folder, ...words: readonly string[]): Promise<Told> {
  const { stdout } = await run(folder, [...words, "--format", "json", "--fail-on", "none"]);
  return JSON.parse(stdout) as Told;
}

const head = `const tls = require("tls");\nconst https = require("https");\n`;

const programs: readonly (readonly [name: string, code: string, paths?: string])[] = [
  ["one edit", `tls.connect({ host, minVersion: "TLSv1" });\n`],
  [
    "several options of one object",
    `tls.connect({ host, minVersion: "TLSv1", ciphers: "ALL:!aNULL", ecdhCurve: "P-192" });\n`,
  ],
  [
    "edits that overlap",
    `tls.connect({ host, secureProtocol: "TLSv1_method", minVersion: "TLSv1", maxVersion: "TLSv1.1" });\n`,
  ],
  ["a ceiling below the floor", `tls.connect({ host, minVersion: "TLSv1.2", maxVersion: "TLSv1.1" });\n`],
  [
    "one value that two calls read",
    `const minVersion = "TLSv1";\ntls.connect({ host, minVersion });\nhttps.get({ host, minVersion });\n`,
  ],
  [
    "one object that two calls read",
    `const options = { host, minVersion: "TLSv1" };\ntls.connect(options);\nhttps.get(options);\n`,
  ],
  [
    "an option that a neighbour's edit brings to life",
    `tls.connect({ host, maxVersion: "TLSv1.2", ciphers: "TLS_AES_128_CCM_8_SHA256:AES128-SHA" });\n`,
  ],
  ["a note beside an edit", `tls.connect({ host, ...given, minVersion: "TLSv1" });\n`],
  [
    "a choice beside an edit",
    `exports.get = (strict) => tls.connect({ host, minVersion: "TLSv1", rejectUnauthorized: strict });\n`,
  ],
  [
    "the whole process",
    `tls.DEFAULT_MIN_VERSION = "TLSv1";\nprocess.env.NODE_TLS_REJECT_UNAUTHORIZED = "0";\nhttps.get({ host, minVersion: "TLSv1.1" });\n`,
  ],
  ["names that are spelt wrongly", `tls.connect({ host, minversion: "TLSv1", cipher: "ALL" });\n`],
  [
    "two names of one option",
    `tls.connect({ host, ciphers: "DEFAULT:@SECLEVEL=0", minVersion: "TLSv1", secureOptions: 0 });\n`,
  ],
  [
    "a list that is built",
    `const list = ["ECDHE-RSA-AES128-GCM-SHA256", "AES128-SHA", "RC4-SHA"].join(":");\nhttps.createServer({ key, cert, ciphers: list });\n`,
  ],
  [
    "a nested choice",
    `tls.connect({ host, minVersion: a ? (b ? "TLSv1" : "TLSv1.1") : "TLSv1.2", ciphers: c ? "ALL" : "HIGH" });\n`,
  ],
  ["verification", `https.get({ host, rejectUnauthorized: false, checkServerIdentity: () => undefined });\n`],
  [
    "groups that count once TLS 1.3 is offered",
    `tls.connect({ host, secureProtocol: "TLSv1_method", ecdhCurve: "X25519:P-256" });\n`,
  ],
  [
    "an object that throws until one of its options is gone",
    `https.createServer({ key, cert, secureProtocol: "TLSv1_3_method", maxVersion: "TLSv1.1" });\n`,
  ],
  [
    "a value inside of what is edited first",
    `tls.connect({ host, ...(strict && { secureProtocol: "TLSv1_1_client_method" }), minDHSize: strict ? 1024 : 512, maxVersion: "TLSv1.1" });\n`,
  ],
  [
    "an option that is wrong in one way after the other",
    `const open = (options) => tls.connect({ ...options, ...{ minDHSize: 512 } });\nopen({ ...{ maxVersion: "SSLv3", minVersion: undefined }, rejectUnauthorized: false });\n`,
  ],
  [
    "a value right before what is taken out first",
    `tls.connect({ host, minVersion: given.minVersion || (strict ? "TLSv1.2" : "TLSv1.0"), secureProtocol: "TLSv1_3_method" });\n`,
  ],
  ["a test", `it("connects", () => { tls.connect({ host, minVersion: "TLSv1" }); });\n`, "test/a.test.js"],
];

describe.each(programs)("What check shows is what fix does: %s,", (_name, code, path = "a.js") => {
  it.each([
    ["unasked", []],
    ["asked", ["--ask"]],
  ])("%s", async (_how, grades) => {
    const checked = createRepository({ [path]: head + code });
    const fixed = createRepository({ [path]: head + code });
    const shown = await tell(checked, "check", ...(grades.length > 0 ? ["--only", "fix,upgrade,ask"] : []));
    const done = await tell(fixed, "fix", ...grades);

    expect(outside(head + code, shown.findings)).toEqual(expect.toSatisfy(isLeftIn(fixed.read(path))));
    const announced = shown.findings.filter(({ fixable, edits }) => fixable && edits.length > 0).map(place);
    const mended = done.findings.filter(({ status }) => status === "fixed");
    expect(shown.findings).not.toEqual([]);
    expect(mended.map(place)).toEqual(announced);
    expect(mended.filter(({ grade }) => grade === "manual")).toEqual([]);
    expect(done.totals.findings.fixed).toBe(announced.length);

    const left = done.findings.filter(({ status }) => status === "new").map(({ rule }) => rule);
    fixed.commit();
    expect((await tell(fixed, "check")).findings.map(({ rule }) => rule)).toEqual(left);
    if (announced.length === 0) expect(fixed.read(path)).toBe(head + code);
    else {
      const given = grades.length > 0 ? ["--only", "fix,upgrade,ask"] : [];
      checked.write({ "a.patch": (await run(checked, ["check", ...given, "--format", "diff"])).stdout });
      checked.git("apply", "a.patch");
      expect(checked.read(path)).toBe(fixed.read(path));
    }
  });
});

/** Where a finding is in the text as it was. */
function place({ rule, range }: Found): string {
  return `${rule} ${range.join("-")}`;
}

/** What stands between the edits that were announced. */
function outside(text: string, findings: readonly Found[]): readonly string[] {
  const ranges = findings.filter(({ fixable }) => fixable).flatMap(({ edits }) => edits.map(({ range }) => range));
  const ends = [0, ...ranges.map(([, end]) => end)];
  const starts = [...ranges.map(([start]) => start), text.length];
  const isTouched = (offset: number) => ranges.some(([start, end]) => start < offset && offset < end);
  const cuts = [...new Set([...ends, ...starts])].filter((offset) => !isTouched(offset)).sort((a, b) => a - b);
  return cuts.slice(1).flatMap((end, index) => {
    const start = cuts[index]!;
    return ranges.some((range) => range[0] <= start && end <= range[1]) ? [] : [text.slice(start, end)];
  });
}

function isLeftIn(text: string): (parts: readonly string[]) => boolean {
  return (parts) => {
    let from = 0;
    return parts.every((part) => {
      const at = text.indexOf(part, from);
      from = at + part.length;
      return at >= 0;
    });
  };
}
