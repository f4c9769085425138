import { describe, expect, it } from "vitest";
import { nearest } from "../../src/failures/did-you-mean.js";
import { createFolder } from "../harness/folder.js";
import { run } from "../harness/run.js";
import { strong } from "../harness/samples.js";

describe("what was meant is said", () => {
  it.each([
    [["chek"], "There is no command `chek`, and no path.\nDid you mean `check`?\n"],
    [["explian", "no-weak-group"], "Did you mean `explain`?"],
    [["explain", "no-weak-ciphers"], "Did you mean `no-weak-cipher-suite`?"],
    [["explain", "weak-group"], "Did you mean `no-weak-group`?"],
    [
      ["check", "--rules", "no-weak-grop,-no-low-security"],
      "Did you mean `no-weak-group`?\nDid you mean `no-low-security-level`?",
    ],
    [["--levle", "error"], "(Did you mean --level?)"],
  ])("%j", async (words, said) => {
    const { exitCode, stderr } = await run(createFolder({ "a.js": strong }), words);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining(said)]);
  });

  it.each([[["nowhere"]], [["src/chek"]], [["check", "chek"]], [["explain", "banana"]]])(
    "not where it is like nothing, or a path: %j",
    async (words) => {
      const { exitCode, stderr } = await run(createFolder({ "a.js": strong }), words);
      expect([exitCode, stderr.includes("Did you mean")]).toEqual([2, false]);
    },
  );

  it("a path that is there is one, whatever it is called", async () => {
    expect((await run(createFolder({ "chek/a.js": strong }), ["chek"])).exitCode).toBe(0);
  });
});

it("a word without end takes no time without end", () => {
  expect(nearest("x".repeat(1_000_000), ["check", "fix"])).toEqual([]);
});
