import { rules } from "tls-rules";
import { describe, expect, it } from "vitest";
import { createFolder } from "../harness/folder.js";
import { run } from "../harness/run.js";

describe("explain", () => {
  it.each(rules.map(({ name }) => name))("says what %s finds, on whose authority, and how to suppress it", async (name) => {
    const { stdout, exitCode } = await run(createFolder({}), ["explain", name]);
    const { meta } = rules.find((rule) => rule.name === name)!;
    expect(exitCode).toBe(0);
    for (const part of [meta.description, ...meta.references, meta.transform, `@tls-codemod-ignore ${name} -- `]) expect(stdout).toContain(part);
  });

  it("refuses a name that is no rule, and says where the names are", async () => {
    const { stderr, exitCode } = await run(createFolder({}), ["explain", "no-such-rule"]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("no-such-rule");
    expect(stderr).toContain("tls-codemod list");
  });
});

describe("list", () => {
  it("names every rule", async () => {
    const { stdout, exitCode } = await run(createFolder({}), ["list"]);
    expect(exitCode).toBe(0);
    for (const { name, meta } of rules) expect(stdout).toContain(`${name}\n  ${meta.description}\n`);
  });
});

describe("doctor", () => {
  it("says which Node and OpenSSL answer, as JSON too", async () => {
    const { stdout, exitCode } = await run(createFolder({}), ["doctor", "--json"]);
    expect(exitCode).toBe(0);
    expect(JSON.stringify(JSON.parse(stdout))).toContain(process.versions.node);
  });
});
