import { describe, expect, it } from "vitest";
import { createFolder } from "../harness/folder.js";
import { run } from "../harness/run.js";
import { upgrade } from "../harness/samples.js";

describe("wrong usage ends with 2 and says what, where and what next", () => {
  it.each([
    [
      ["--bogus"],
      `error: unknown option '--bogus'
(--help shows what there is)
`,
    ],
    [["fix", "--dry-run"], "`tls-codemod check` says what `fix` would change, and changes nothing"],
    [["check", "--fix"], "`tls-codemod fix` changes files."],
    [["--stagd"], "(Did you mean --staged?)"],
    [
      ["fix", "--max-changes", "-1"],
      "error: option '--max-changes <n>' argument '-1' is invalid. Give a number of files.",
    ],
    [["--max-file-size", "big"], "argument 'big' is invalid. Give a number of bytes, such as 3mb, 500kb or 4096."],
    [
      ["--shard", "5/4"],
      "argument '5/4' is invalid. Give a part and the number of parts, such as 1/4 up to 4/4, or auto.",
    ],
    [["--shard", "0/4"], "argument '0/4' is invalid."],
    [["-j", "many"], "argument 'many' is invalid. Give a number of processes from 1 up, or auto."],
    [["-j", "0"], "argument '0' is invalid."],
    [["--memory", "64mb"], "argument '64mb' is invalid. Give 260mb or more, such as 400mb or 2gb."],
    [["--only", "safe"], "argument 'safe' is invalid. Allowed choices are fix, upgrade, ask, separated by commas."],
    [["--fail-on", "all"], "argument 'all' is invalid. Allowed choices are none, error, manual, finding, changed."],
    [["--format", "xml"], "argument 'xml' is invalid. Allowed choices are pretty, concise, summary, json, "],
    [["--diff=full"], "argument 'full' is invalid. Allowed choices are patch, stat."],
    [["--allow-dirty"], "error: unknown option '--allow-dirty'"],
    [["undo", "nowhere"], '"nowhere": there is no such file or folder'],
    [["undo"], "There is no `fix` to undo in "],
  ])("%j", async (words, message) => {
    const { exitCode, stdout, stderr } = await run(createFolder({ "a.js": upgrade }), words);
    expect(stderr).toContain(message);
    expect([exitCode, stdout]).toEqual([2, ""]);
  });
});

describe("--color and --no-color", () => {
  const commands = [
    ["check"],
    ["fix"],
    ["undo"],
    ["baseline"],
    ["merge", "report.json"],
    ["explain", "no-weak-group"],
    ["list"],
    ["doctor", "--json"],
    ["init", "--no-interactive"],
  ];

  it.each(commands)("are taken before and behind %s", async (...command) => {
    const once = async (words: readonly string[]) => {
      const folder = createFolder({ "a.js": "export {};\n" });
      await run(folder, ["-o", "json:report.json"]);
      return run(folder, words);
    };
    const { exitCode } = await once(command);
    for (const words of [
      ["--no-color", ...command],
      [...command, "--no-color"],
      [...command, "--color"],
    ])
      expect(await once(words)).toMatchObject({ exitCode });
    expect((await run(createFolder(), [command[0]!, "--help"])).stdout).toContain("--[no-]color ");
  });
});

describe("--help", () => {
  it.each([
    [["--help"], ["check [options] [paths...]", "fix [options] [paths...]", "undo [folder]", "Exit codes: 0 ok"]],
    [
      ["check", "--help"],
      ["Selection:", "Policy:", "Edits:", "Output:", "Running:", "Example: tls-codemod check"],
    ],
    [
      ["fix", "--help"],
      ["--allow-dirty", "Example: tls-codemod fix"],
    ],
    [["undo", "--help"], ["Example: tls-codemod undo"]],
    [
      ["baseline", "--help"],
      ["--prune", "Example: tls-codemod baseline"],
    ],
    [
      ["merge", "--help"],
      ["--fail-on", "Example: tls-codemod merge"],
    ],
    [
      ["explain", "--help"],
      ["--node", "Examples: tls-codemod explain"],
    ],
    [["list", "--help"], ["Example: tls-codemod list"]],
    [
      ["init", "--help"],
      ["--yes", "Example: tls-codemod init"],
    ],
    [
      ["doctor", "--help"],
      ["--json", "Example: tls-codemod doctor"],
    ],
  ])("%j fits a screen and shows an example", async (words, parts) => {
    const { exitCode, stdout } = await run(createFolder(), words);
    for (const part of parts) expect(stdout).toContain(part);
    expect(stdout.trimEnd().split("\n").length).toBeLessThanOrEqual(45);
    expect(exitCode).toBe(0);
  });
});
