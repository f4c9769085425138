import { describe, expect, it } from "vitest";
import { createRepository } from "../harness/folder.js";
import { run } from "../harness/run.js";
import { ask, manual, upgrade, upgraded } from "../harness/samples.js";

describe("--format concise", () => {
  it("gives each finding a line that begins with its place", async () => {
    const folder = createRepository({ "src/a.js": upgrade, "b.js": ask });
    const { stdout } = await run(folder, ["check", "--format", "concise"]);
    const [first, second, ...rest] = stdout.split("\n");
    expect(first).toMatch(
      /^b\.js:1:26: error no-disabled-certificate-verification: `rejectUnauthorized: false` .+ \[ask\]$/,
    );
    expect(second).toMatch(/^src\/a\.js:1:26: error no-legacy-secure-protocol: .+ \[upgrade\]$/);
    expect(rest).toEqual(["2 findings", ""]);
  });

  it("says of what is fixed that it is, and names what was not read", async () => {
    const folder = createRepository({ "a.js": upgrade, "b.js": "require('tls').connect({ minVersion: 'TLSv1' " });
    const { stdout } = await run(folder, ["fix", "--format", "concise"]);
    expect(folder.read("a.js")).toBe(upgraded);
    expect(stdout).toMatch(
      /^a\.js:1:26: error no-legacy-secure-protocol: .+ \[fixed\]\nb\.js: failed: .+\n1 finding\n$/,
    );
  });

  it("is silent with --quiet where there is nothing to find", async () => {
    const folder = createRepository({ "a.js": upgraded });
    expect((await run(folder, ["check", "--format", "concise", "--quiet"])).stdout).toBe("");
    expect((await run(folder, ["check", "--format", "concise"])).stdout).toBe("0 findings\n");
  });
});

describe("--format summary", () => {
  it("counts by level and by rule, the worst first", async () => {
    const folder = createRepository({ "a.js": upgrade + ask + ask, "test/a.test.js": ask, "c.js": manual });
    const { stdout } = await run(folder, ["check", "--format", "summary"]);
    expect(stdout).toMatchInlineSnapshot(`
      "5 findings in 3 files
        3 errors
        2 warnings

        no-disabled-certificate-verification  2 errors, 2 warnings
        no-legacy-secure-protocol             1 error
      "
    `);
  });

  it("says when there is nothing, and when files could not be read", async () => {
    const folder = createRepository({ "a.js": "require('tls').connect({ minVersion: 'TLSv1' " });
    expect((await run(folder, ["check", "--format", "summary"])).stdout).toBe(
      "0 findings in 0 files\n\n1 file could not be read\n",
    );
  });
});
