import { createRequire } from "node:module";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { negotiateOver, possibleNegotiations } from "../src/negotiate/negotiate-over.js";
import { compareReleases, parseRelease } from "../src/runtimes/release.js";
import { parseReleaseRange } from "../src/runtimes/release-range.js";
import { describeRuntimes, isBeyondMeasured, runtimesIn } from "../src/runtimes/runtime-range.js";
import { runtimeFor, runtimes } from "../src/runtimes/runtimes.js";

const semver = createRequire(import.meta.url)("semver") as {
  satisfies(version: string, range: string): boolean;
  validRange(range: string): string | null;
};

const names = (range: string) => runtimesIn(range).map(({ name }) => name);

describe("runtimesIn", () => {
  it.each([
    [">=24", ["Node 24.0-24.4", "Node 24.5-24.8", "Node 24.9+", "Node 25", "Node 26"]],
    ["^24.5.0", ["Node 24.5-24.8", "Node 24.9+"]],
    ["24.5.0", ["Node 24.5-24.8"]],
    ["25.x || 26", ["Node 25", "Node 26"]],
    ["25 - 26", ["Node 25", "Node 26"]],
    ["> 24.8 <25", ["Node 24.9+"]],
    [">=27", ["Node 26"]],
  ])("`%s`", (range, expected) => {
    expect(names(range)).toEqual(expected);
  });

  it.each(["*", "", "x", ">=0"])("`%s` admits every runtime", (range) => {
    expect(runtimesIn(range)).toEqual(runtimes);
  });

  it.each(["latest", ">=eighteen", "18..", "^", "18 || nope", ">=18, <20", "1.2.3.4", "~>", "- 18"])(
    "refuses `%s`",
    (range) => {
      expect(() => runtimesIn(range)).toThrow(`\`${range}\` is not a range of Node releases.`);
    },
  );

  it("refuses a range of prereleases, and names what to do", () => {
    for (const range of ["27.0.0-alpha.3", "v27.0.0-rc.1 || 28.0.0-nightly"])
      expect(() => runtimesIn(range)).toThrow("admits prereleases alone, and none of them was measured");
    expect(names(">=27.0.0-alpha.3")).toEqual(["Node 26"]);
  });

  it.each([
    [">=28", true],
    ["27", true],
    ["^28 || >=30", true],
    [`>${runtimes.at(-1)!.measured}`, true],
    [`>=${runtimes.at(-1)!.measured}`, false],
    [">=18", false],
    ["18 || 28", false],
    ["<8", false],
    ["latest", false],
  ])("`%s` lies beyond what was measured: %s", (range, expected) => {
    expect(isBeyondMeasured(range)).toBe(expected);
  });

  it("refuses a range without a release from Node 8 on", () => {
    for (const range of ["6.x", "<8", ">*", ">20 <18"])
      expect(() => runtimesIn(range)).toThrow("admits no Node release from 8 on");
  });
});

describe("parseReleaseRange", () => {
  const number = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 30 }));
  const wildcard = fc.constantFrom("x", "X", "*");
  const full = fc.tuple(number, number, number).map((numbers) => numbers.join("."));
  const partial = fc.oneof(
    full,
    full.map((release) => `v${release}`),
    number.map(String),
    fc.tuple(number, number).map((numbers) => numbers.join(".")),
    fc.tuple(number, wildcard).map((parts) => parts.join(".")),
    fc.tuple(number, number, wildcard).map((parts) => parts.join(".")),
    fc.tuple(full, fc.constantFrom("-0", "-rc.1", "-alpha", "+build.5", "-rc.1+5")).map((parts) => parts.join("")),
    wildcard,
  );
  const operator = fc.constantFrom("", "", "=", "^", "^", "~", "~>", ">", ">=", ">=", "<", "<=");
  const comparator = fc.tuple(operator, fc.constantFrom("", "", " "), partial).map((parts) => parts.join(""));
  const set = fc.oneof(
    fc.array(comparator, { maxLength: 3 }).map((comparators) => comparators.join(" ")),
    fc.tuple(partial, partial).map(([from, to]) => `${from} - ${to}`),
  );
  const range = fc.array(set, { minLength: 1, maxLength: 3 }).map((sets) => sets.join(" || "));
  const release = fc.tuple(number, number, number);

  it("admits the releases that semver admits", () => {
    fc.assert(
      fc.property(range, release, (text, numbers) => {
        const version = numbers.join(".");
        const isAdmitted = parseReleaseRange(text).some(
          ({ from, before }) =>
            compareReleases(from, parseRelease(version)) <= 0 &&
            (!before || compareReleases(parseRelease(version), before) < 0),
        );
        expect(isAdmitted, `${version} in ${text}`).toBe(semver.satisfies(version, text));
      }),
      { numRuns: 5000, seed: 20_261_123 },
    );
  });

  it("refuses what semver refuses", () => {
    const text = fc.string({ unit: fc.constantFrom(..."0128.x*^~<>=|-v a"), maxLength: 8 });
    fc.assert(
      fc.property(text, (range) => {
        const isRead = (() => {
          try {
            parseReleaseRange(range);
            return true;
          } catch {
            return false;
          }
        })();
        if (isRead) expect(semver.validRange(range), range).not.toBeNull();
      }),
      { numRuns: 5000, seed: 20_261_123 },
    );
  });
});

describe("describeRuntimes", () => {
  it.each([
    [">=12 <17", "Node 12-16"],
    [">=18", "Node 18+"],
    ["18 || 20 || 22", "Node 18, 20 and 22"],
    [">=22.20 <23", "Node 22.20-22.x"],
    ["<22.20 >=18", "Node 18-22.19"],
    [">=22.20 <23 || >=24.5", "Node 22.20-22.x and 24.5+"],
    ["16.6.2 - 16.13", "Node 16.6.2-16.13"],
    ["20.10", "Node 20.10"],
    ["*", "Node 8+"],
  ])("names the runtimes of `%s`", (range, expected) => {
    expect(describeRuntimes(runtimesIn(range))).toBe(expected);
  });

  it("does not mind the order", () => {
    expect(describeRuntimes([runtimeFor("20.20.2"), runtimeFor("18.20.8")])).toBe("Node 18.20-18.x and 20.11-20.x");
  });
});

describe("negotiateOver", () => {
  it("says on which runtimes a version is reachable and on which latent", () => {
    const verdicts = negotiateOver({ minVersion: "TLSv1" }, runtimesIn(">=12"), "server");
    const runtimesWith = (field: "protocolVersions" | "latentProtocolVersions") =>
      verdicts
        .filter(({ negotiation }) => negotiation.outcome === "offers" && negotiation[field].includes("TLSv1"))
        .map(({ runtime }) => runtime);
    expect(describeRuntimes(runtimesWith("protocolVersions"))).toBe("Node 12-16");
    expect(describeRuntimes(runtimesWith("latentProtocolVersions"))).toBe("Node 17+");
  });

  it("passes process-wide settings on", () => {
    const [verdict] = negotiateOver({}, [runtimeFor("16.20.2")], "client", { flags: ["--tls-min-v1.3"] });
    expect(verdict?.negotiation).toMatchObject({ protocolVersions: ["TLSv1.3"] });
  });
});

describe("possibleNegotiations", () => {
  it("holds every alternative against every runtime", () => {
    const verdicts = possibleNegotiations(
      [{ minVersion: "TLSv1.2" }, { minVersion: "TLSv1.4" }],
      runtimesIn("20 || 22"),
      "client",
    );
    expect(verdicts.map(({ negotiation }) => negotiation.outcome).sort()).toEqual(
      [...runtimesIn("20 || 22").map(() => "offers"), ...runtimesIn("20 || 22").map(() => "throws")].sort(),
    );
  });
});
