import { describe, expect, it } from "vitest";
import { repositoryAt } from "../../src/vcs/repository.js";
import { createFolder } from "../harness/folder.js";

describe("a .git file", () => {
  const gitFolderOf = (text: string) =>
    repositoryAt(createFolder({ ".git": text, "elsewhere/HEAD": "ref: refs/heads/main\n" }).path)?.gitFolder;

  it.each(["gitdir: elsewhere", "gitdir: elsewhere\n", "gitdir: elsewhere \r\nmore\n"])(
    "names the folder: %j",
    (text) => {
      expect(gitFolderOf(text)).toMatch(/elsewhere$/);
    },
  );

  it.each([["", "gitdir: ", "gitdir: nowhere\n", "elsewhere"]])("names none: %j", (text) => {
    expect(gitFolderOf(text)).toBeUndefined();
  });

  it("is read at once, however long it is", () => {
    expect(gitFolderOf(`gitdir: elsewhere${" ".repeat(2_000_000)}x`)).toBeUndefined();
  });
});
