import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isLeftOut, parseIgnorePatterns } from "../../src/selection/ignore-patterns.js";
import { createRepository } from "../harness/folder.js";

const ignored = (lines: readonly string[], paths: readonly string[], ignoreCase = false) => {
  const patterns = parseIgnorePatterns(lines, ignoreCase);
  return paths.filter((path) => isLeftOut(patterns, path));
};

/** What git says of files that are there. */
function ignoredByGit(folder: ReturnType<typeof createRepository>, text: string, paths: readonly string[]) {
  folder.write({ ".gitignore": text });
  try {
    const input = paths.map((path) => `${path}\0`).join("");
    const printed = execFileSync(
      "git",
      ["-c", "core.ignoreCase=false", "check-ignore", "--no-index", "--stdin", "-z"],
      {
        cwd: folder.path,
        input,
        stdio: ["pipe", "pipe", "ignore"],
      },
    );
    return String(printed).split("\0").slice(0, -1);
  } catch (error) {
    // nothing is ignored
    if ((error as { status: number }).status === 1) return [];
    throw error;
  }
}

describe("patterns of a .gitignore", () => {
  const names = ["a", "b", "ab", "a b", "A", "b]", "#a", "!b", "a\\"];
  const paths = [
    ...names,
    ...["a.d/a", "a.d/b", "a.d/ab", "a.d/b.d/a", "a.d/b.d/ab", "a.d/b.d/a.d/b", "b.d/a.d/b.d/a", "b.d/a", "ab.d/b"],
  ];
  const pieces = [
    "a",
    "b",
    "d",
    ".",
    "*",
    "**",
    "?",
    "/",
    "!",
    "#",
    " ",
    "\\",
    "[ab]",
    "[!a]",
    "[a-c",
    "[[:alpha:]]",
    "]",
  ];

  /** POSIX leaves open what that means; here it ends a name as everywhere. */
  const slashInBrackets = /\[\]?(?:\\[^/]|[^\\\]/])*\\?\/.*\]/;

  // a slash may be escaped, but git does not take `**\/` for none or more folders
  it("mean what they mean to git", () => {
    const folder = createRepository(Object.fromEntries(paths.map((path) => [path, ""])));
    const line = fc
      .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 9 })
      .map((parts) => parts.join(""))
      .filter((each) => !slashInBrackets.test(each) && !each.includes("**\\/"));
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), fc.constantFrom("\n", "\r\n"), (lines, end) => {
        const text = lines.map((each) => each + end).join("");
        expect([text, ignored(text.split("\n"), paths)]).toEqual([text, ignoredByGit(folder, text, paths)]);
      }),
      { numRuns: 200 },
    );
  });

  it.each<readonly [string[], string[], string[]]>([
    [
      ["node_modules"],
      ["node_modules/a.js", "src/node_modules/a.js", "modules/a.js"],
      ["node_modules/a.js", "src/node_modules/a.js"],
    ],
    [["/dist", "!dist/keep.js"], ["dist/keep.js", "src/dist/a.js"], ["dist/keep.js"]],
    [["dist/*", "!dist/keep.js"], ["dist/keep.js", "dist/a.js"], ["dist/a.js"]],
    [
      ["**/build/**", "!**/src/main/**/build/"],
      ["build/a.js", "src/main/x/build/a.js"],
      ["build/a.js", "src/main/x/build/a.js"],
    ],
    [["*.LOG"], ["a.log", "b.LOG"], ["b.LOG"]],
    [["a.d\\/a"], ["a.d/a", "b/a.d/a"], ["a.d/a"]],
    [["***/a"], ["a", "b/a", "b/c/a", "b"], ["a", "b/a", "b/c/a"]],
    [["a**/a"], ["aa", "a.d/a", "a.d/b.d/a", "a.d/b", "b/a.d/a"], ["aa", "a.d/a", "a.d/b.d/a"]],
    [
      ["d/a**", "!d/a.d/"],
      ["d/a", "d/a.d/b", "d/b", "a"],
      ["d/a", "d/a.d/b"],
    ],
    [["?a**/a"], ["ba.d/a", "ba.d/b.d/a"], ["ba.d/a"]],
  ])("%j", (lines, paths, expected) => {
    expect(ignored(lines, paths)).toEqual(expected);
  });

  it("do not look at case where the file system does not", () => {
    expect(ignored(["*.LOG", "Dist"], ["a.log", "b.LOG", "dist/a.js"], true)).toEqual(["a.log", "b.LOG", "dist/a.js"]);
  });

  it.each([
    ["many folders in between", `${"**/a/".repeat(800)}c`, "a/".repeat(2000) + "b"],
    ["many characters in between", "*a".repeat(2000) + "b", "a".repeat(4000)],
    ["optional classes", "*[a-z]*".repeat(500) + "!", "a".repeat(4000)],
    ["backslashes", "\\".repeat(4095), "a"],
    ["brackets", "[".repeat(4095), "a"],
  ])("are tried in a bounded time: %s", (_, pattern, path) => {
    expect(ignored([pattern], [path])).toEqual([]);
  });

  it("are looked up where they are names: many of them cost no more than one", () => {
    const lines = Array.from({ length: 200_000 }, (_, index) => `file-${index}.js`);
    const paths = Array.from({ length: 20_000 }, (_, index) => `folder/file-${index * 20}.js`);
    expect(ignored(lines, paths)).toHaveLength(10_000);
  });

  it.each<readonly [string, readonly string[], string]>([
    ["a line that is longer than paths are", ["a", "b".repeat(5000)], "line 2 is longer than a path can be"],
    [
      "too many wildcards",
      Array.from({ length: 10_001 }, (_, index) => `*${index}`),
      "it has over 10000 patterns with wildcards",
    ],
    [
      "too many lines about one name",
      Array.from({ length: 10_001 }, (_, index) => `/${index}/a`),
      "it has over 10000 patterns for one name",
    ],
  ])("cannot be used with %s", (_, lines, message) => {
    expect(() => parseIgnorePatterns(lines, false)).toThrow(new SyntaxError(message));
  });
});
