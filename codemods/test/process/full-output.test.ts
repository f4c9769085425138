import { spawnSync } from "node:child_process";
import { closeSync, existsSync, openSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createRepository, type Folder } from "../harness/folder.js";
import { upgrade, upgraded } from "../harness/samples.js";
import { program, spawned } from "../harness/spawn.js";

const full = "/dev/full";

/** Runs the built program with nothing to write to: a disk that has no byte left. */
function intoFull({ path }: Folder, words: readonly string[], stream: "stdout" | "stderr" = "stdout") {
  const device = openSync(full, "w");
  try {
    const { status, stderr } = spawnSync(process.execPath, [program, ...words], {
      cwd: path,
      env: { PATH: process.env["PATH"] },
      stdio: ["ignore", stream === "stdout" ? device : "ignore", stream === "stderr" ? device : "pipe"],
      encoding: "utf8",
    });
    return { status, stderr };
  } finally {
    closeSync(device);
  }
}

const complaint = "tls-codemod: What is printed could not be written: no space left on the disk (ENOSPC).\n";

describe.skipIf(!existsSync(full))("a full disk behind standard output", () => {
  it.each([
    ["check --fail-on none"],
    ["check"],
    ["check --format sarif --fail-on none"],
    ["check --format csv --fail-on none"],
    ["list"],
    ["doctor"],
    ["explain no-deprecated-protocol-version"],
    ["init --no-interactive"],
    ["--help"],
    ["--version"],
  ])("is an error of `%s`", (words) => {
    const folder = createRepository({ "a.js": upgrade });
    expect(intoFull(folder, words.split(" "))).toEqual({ status: 2, stderr: complaint });
  });

  it("does not hide what was worse", () => {
    const folder = createRepository({ "a.js": upgrade, "b.js": "tls.connect({ minVersion: 'TLSv1'" });
    const { status, stderr } = intoFull(folder, ["check"]);
    expect([status, stderr]).toEqual([3, expect.stringContaining(complaint)]);
  });

  it("takes nothing of what `fix` and `undo` do", async () => {
    const folder = createRepository({ "a.js": upgrade });
    expect(intoFull(folder, ["fix"])).toEqual({ status: 2, stderr: complaint });
    expect(folder.read("a.js")).toBe(upgraded);
    expect(intoFull(folder, ["undo"])).toEqual({ status: 2, stderr: complaint });
    expect(folder.read("a.js")).toBe(upgrade);
    expect(await spawned(folder, ["undo"])).toMatchObject({ code: 2, stdout: "" });
  });

  it("leaves the exit code where it is standard error that is full", () => {
    const folder = createRepository({ "a.js": "tls.connect({ minVersion: 'TLSv1'" });
    expect(intoFull(folder, ["check", "--format", "json"], "stderr").status).toBe(3);
  });
});
