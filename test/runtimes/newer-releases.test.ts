import { runtimes } from "tls-policy";
import { describe, expect, it } from "vitest";
import { newerReleases } from "../../tools/newer-releases.js";

const lines = [
  { major: 20, measured: "20.20.2", endOfLife: "2026-04-30" },
  { major: 24, measured: "24.9.0", endOfLife: "2028-04-30" },
  { major: 26, measured: "26.12.1", endOfLife: undefined },
];
const day = "2026-11-29";

describe("releases of Node that were not measured", () => {
  it("are those of lines that get fixes", () => {
    expect(newerReleases(["20.20.3", "24.9.0", "24.10.0", "26.12.1"], lines, day)).toEqual([
      { line: 24, measured: "24.9.0", newest: "24.10.0" },
    ]);
    expect(newerReleases(["20.20.3"], lines, "2026-04-30")).toEqual([
      { line: 20, measured: "20.20.2", newest: "20.20.3" },
    ]);
  });

  it("are those of a new line", () => {
    expect(newerReleases(["22.1.0", "27.0.0", "27.0.1"], lines, day)).toEqual([
      { line: 27, measured: undefined, newest: "27.0.1" },
    ]);
  });

  it("are no prereleases, and none where all is measured", () => {
    expect(newerReleases(["26.13.0-rc.1", "28.0.0-alpha.3", "26.12.1", "26.9.0"], lines, day)).toEqual([]);
  });

  it("are looked for by the days of tls-policy's own table", () => {
    const measured = runtimes.map((runtime) => runtime.measured);
    expect(newerReleases(measured, runtimes, day)).toEqual([]);
    expect(newerReleases([...measured, "99.0.0"], runtimes, day)).toMatchObject([{ line: 99 }]);
  });
});
