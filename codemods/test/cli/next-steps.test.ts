import { describe, expect, it } from "vitest";
import { createFolder, createRepository } from "../harness/folder.js";
import { run } from "../harness/run.js";
import { upgrade } from "../harness/samples.js";

const stepsOf = (stdout: string) => stdout.match(/(?<=^ (?:next:| {5}) )\S.*?(?= {2})/gm) ?? [];

describe("next steps", () => {
  it.each([
    ["npm/10.8.2 node/v20.20.2 linux x64 workspaces/false", "npx tls-codemod"],
    ["pnpm/9.12.0 npm/? node/v20.20.2 linux x64", "pnpm exec tls-codemod"],
    ["yarn/4.5.0 npm/? node/v20.20.2 linux x64", "yarn tls-codemod"],
    ["bun/1.1.30 npm/? node/v22.6.0 linux x64", "bunx tls-codemod"],
    ["constructor/1", "tls-codemod"],
    ["", "tls-codemod"],
  ])("begin with what has started the program: %s", async (agent, program) => {
    const env = { npm_config_user_agent: agent };
    const folder = createRepository({ "a.js": upgrade, "package.json": "{}" });
    expect(stepsOf((await run(folder, [], { env })).stdout)).toEqual([
      `${program} fix`,
      `${program} explain no-legacy-secure-protocol`,
    ]);
    expect((await run(folder, ["init"], { env })).stdout).toContain(`To write them: ${program} init --yes\n`);
    folder.write({ "a.js": `${upgrade}\n` });
    expect((await run(folder, ["fix"], { env })).stderr).toContain(
      `To do it all the same: ${program} fix --allow-dirty`,
    );
  });

  it("name an option once that was given twice, as it counts", async () => {
    const folder = createFolder({ "a.js": upgrade });
    const words = [
      "--node",
      "18",
      "--node",
      ">=20",
      "--include",
      "*.js",
      "--include",
      "a*",
      "--no-config",
      "--no-config",
    ];
    expect(stepsOf((await run(folder, words)).stdout)[0]).toBe(
      "tls-codemod fix --node '>=20' --include '*.js' --include 'a*' --no-config",
    );
  });

  it("take an option that has no value before one that has", async () => {
    const words = ["check", ".", "--no-config", "--no-gitignore", "--node", ">=20"];
    expect(stepsOf((await run(createFolder({ "a.js": upgrade }), words)).stdout)[0]).toBe(
      "tls-codemod fix --no-config --no-gitignore --node '>=20' .",
    );
  });

  it.each([
    [["--max-changes", "1"], "fix --max-changes 2"],
    [["--max-changes=1", "."], "fix . --max-changes 2"],
    [["--max-changes", "1", "--", "."], "fix --max-changes 2 -- ."],
  ])("what is allowed once more is not forbidden beside it: %j", async (words, again) => {
    const folder = createRepository({ "a.js": upgrade, "b.js": upgrade });
    expect((await run(folder, ["fix", ...words])).stderr).toContain(`To do it all the same: tls-codemod ${again}\n`);
  });
});
