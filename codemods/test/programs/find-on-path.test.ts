import { symlinkSync } from "node:fs";
import { delimiter, join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { findOnPath } from "../../src/programs/find-on-path.js";
import { trustedEnvironment } from "../../src/programs/trusted-environment.js";
import { createFolder } from "../harness/folder.js";
import { writeProgram } from "../hostile/planted.js";

const { platform } = process;
const pretend = (name: NodeJS.Platform) => Object.defineProperty(process, "platform", { value: name });
afterEach(() => void pretend(platform));

describe("findOnPath", () => {
  it("finds the first program of that name, and no folder or plain file", () => {
    const [first, second] = [createFolder({ "a/x": "" }), createFolder({ a: "text" })];
    const program = writeProgram(createFolder(), "bin/a", "");
    const path = [first.path, second.path, join(program, "..")].join(delimiter);
    expect(findOnPath("a", { PATH: path })).toBe(program);
    expect(findOnPath("b", { PATH: path })).toBeUndefined();
    expect(findOnPath("a", {})).toBeUndefined();
  });

  it("finds only what Windows starts without a shell, whatever the case of PATH", () => {
    const folder = createFolder();
    for (const name of ["git", "git.cmd", "git.bat", "python3.exe"]) writeProgram(folder, name, "");
    pretend("win32");
    expect(findOnPath("git", { Path: folder.path })).toBeUndefined();
    expect(findOnPath("python3", { Path: folder.path })).toBe(join(folder.path, "python3.exe"));
    writeProgram(folder, "git.exe", "");
    expect(findOnPath("git", { PATH: `.${delimiter}${folder.path}` })).toBe(join(folder.path, "git.exe"));
  });
});

describe("trustedEnvironment", () => {
  it("leaves out of PATH what is relative, in the repository, or in node_modules/.bin", () => {
    const repository = createFolder({ "bin/x": "" });
    const outside = createFolder();
    symlinkSync(join(repository.path, "bin"), join(outside.path, "link"));
    const entries = [
      ...["bin", ".", "", join(repository.path, "bin"), join(outside.path, "link"), `${repository.path}/bin/../bin/`],
      ...[
        "/elsewhere/node_modules/.bin",
        "/elsewhere/node_modules/.bin/",
        "/elsewhere/.bin",
        `${repository.path}-other`,
      ],
    ];
    const env = trustedEnvironment({ PATH: entries.join(delimiter), HOME: "/home/me" }, repository.path);
    expect(env).toEqual({ HOME: "/home/me", PATH: ["/elsewhere/.bin", `${repository.path}-other`].join(delimiter) });
  });

  it("keeps Windows out of the working folder, under one name of PATH", () => {
    pretend("win32");
    expect(trustedEnvironment({ Path: "/bin", HOME: "/home/me" }, undefined)).toEqual({
      ...{ HOME: "/home/me", PATH: "/bin", NoDefaultCurrentDirectoryInExePath: "1" },
    });
  });
});
