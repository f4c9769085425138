import { describe, it } from "vitest";
import { expectMended } from "./mended.js";

const path = "bin/deploy.sh";
const optOut = "no-process-wide-verification-opt-out/optOut error ask";
const variable = "NODE_TLS_REJECT_UNAUTHORIZED=0";

describe("a command that others depend on goes as a whole, or stays", () => {
  it.each([
    ["a test in brackets", `[ "$MAJOR" -ge 17 ] && export ${variable}`],
    ["a test in double brackets", `[[ $MAJOR == 17 ]] && export ${variable}`],
    ["two tests", `test -f .env && [ -n "$CI" ] && export ${variable}`],
  ])("%s", (_, command) => {
    expectMended(path, `set -e\n${command}\nnode a.js\n`, "set -e\nnode a.js\n", [`${optOut}: ${variable}`]);
  });

  it.each([
    [
      "a test and its command in front of another one",
      `[ -n "$CI" ] && export ${variable}; node a.js\n`,
      "node a.js\n",
    ],
    ["what does more than ask", `prepare && export ${variable}; node a.js\n`, "prepare; node a.js\n"],
    ["one of a chain", `prepare && export ${variable} && node a.js\n`, "prepare && node a.js\n"],
  ])("%s leaves what stands apart apart", (_, before, after) => {
    expectMended(path, before, after, [`${optOut}: ${variable}`]);
  });

  it("what does more than ask keeps the command that covers its failure", () => {
    expectMended(
      path,
      `set -e\nprepare && export ${variable}\nnode a.js\n`,
      `set -e\nprepare && export NODE_TLS_REJECT_UNAUTHORIZED=1\nnode a.js\n`,
      [`${optOut}: ${variable}`],
    );
  });

  it("a group in front of it stays", () => {
    const chain = "prepare && { build && check; } && ";
    expectMended(
      path,
      `${chain}export ${variable}\nnode a.js\n`,
      `${chain}export NODE_TLS_REJECT_UNAUTHORIZED=1\nnode a.js\n`,
      [`${optOut}: ${variable}`],
    );
  });

  it("where failures end nothing, it goes", () => {
    expectMended(path, `prepare && export ${variable}\nnode a.js\n`, "prepare\nnode a.js\n", [
      `${optOut}: ${variable}`,
    ]);
  });
});

describe("the last command of a list stays where the answer to a question would end it", () => {
  const stays = `export ${variable}`;
  const set = "export NODE_TLS_REJECT_UNAUTHORIZED=1";

  it.each([
    ["a chain behind a question", '[ -n "$DEBUG" ] && node a.js\n', "\n"],
    ["a group behind a question", '[ -n "$DEBUG" ] && { node a.js; }\n', "\n"],
    ["a chain on the same line", '[ -n "$DEBUG" ] && node a.js; ', "\n"],
    ["a branch", 'if true; then [ -n "$DEBUG" ] && node a.js; ', "; fi\n"],
  ])("%s", (_, before, after) => {
    expectMended(path, before + stays + after, before + set + after, [`${optOut}: ${variable}`]);
  });

  it("in a here-document of a Dockerfile", () => {
    const dockerfile = (last: string) => `FROM node:22\nRUN <<EOF\n[ -n "$DEBUG" ] && node a.js\n${last}\nEOF\n`;
    expectMended("Dockerfile", dockerfile(stays), dockerfile(set), [`${optOut}: ${variable}`]);
  });

  it.each([
    ["a command that fails only where something is wrong", "node a.js\n", ""],
    ["what is there for a failure", '[ -n "$DEBUG" ] || node a.js\n', ""],
    ["a branch that asks", 'if [ -n "$CI" ] && [ -n "$DEBUG" ]; then node a.js; fi\n', ""],
    ["another command behind it", '[ -n "$DEBUG" ] && node a.js\n', "\nnode b.js"],
  ])("but goes: %s", (_, before, after) => {
    expectMended(path, `${before}${stays}${after}\n`, `${before}${after.replace("\n", "")}${after && "\n"}`, [
      `${optOut}: ${variable}`,
    ]);
  });
});

describe("a command that may be nothing without the word is left to people", () => {
  it.each([
    "heroku config:set NODE_TLS_REJECT_UNAUTHORIZED=0 --app shop",
    "fly secrets set NODE_TLS_REJECT_UNAUTHORIZED=0",
    "kubectl set env deployment/shop NODE_TLS_REJECT_UNAUTHORIZED=0",
    "dokku config:set shop NODE_TLS_REJECT_UNAUTHORIZED=0",
    "az webapp config appsettings set --settings NODE_TLS_REJECT_UNAUTHORIZED=0",
  ])("%s", (command) => {
    const likely = optOut.replace(" ask", " manual likely");
    expectMended(path, `${command}\n`, `${command}\n`, [`${likely}: ${variable}`]);
  });

  it.each([
    ["docker run -e NODE_TLS_REJECT_UNAUTHORIZED=0 shop", "docker run shop"],
    ["NODE_TLS_REJECT_UNAUTHORIZED=0 env PORT=1 node a.js", "env PORT=1 node a.js"],
    ["NODE_TLS_REJECT_UNAUTHORIZED=0 cross-env NODE_ENV=test npm test", "cross-env NODE_ENV=test npm test"],
    ["declare -x NODE_TLS_REJECT_UNAUTHORIZED=0\nnode a.js", "node a.js"],
    ["export NODE_TLS_REJECT_UNAUTHORIZED=0 PATH", "export PATH"],
    ["export PORT NODE_TLS_REJECT_UNAUTHORIZED=0", "export PORT"],
    ["env NODE_TLS_REJECT_UNAUTHORIZED=0 node a.js", "node a.js"],
    ["sudo NODE_TLS_REJECT_UNAUTHORIZED=0 node a.js", "sudo node a.js"],
  ])("%s is whole without it", (before, after) => {
    expectMended(path, `${before}\n`, `${after}\n`, [`${optOut}: ${variable}`]);
  });
});

describe("scripts of a package.json", () => {
  const scripts = (start: string) => `{ "scripts": { "start": ${JSON.stringify(start)} } }\n`;

  it.each([
    [
      "a quoted script stays behind cross-env-shell",
      `cross-env-shell ${variable} "node a.js && node b.js"`,
      `cross-env-shell "node a.js && node b.js"`,
      variable,
      "",
    ],
    ["a plain program needs it no longer", `cross-env-shell ${variable} node a.js`, "node a.js", variable, ""],
    ["the prompt of Windows, in capitals", `SET ${variable}&& node a.js`, "node a.js", variable, " likely"],
  ])("%s", (_, before, after, shown, certainty) => {
    expectMended("package.json", scripts(before), scripts(after), [`${optOut}${certainty}: ${shown}`]);
  });
});
