import { resolveSettings } from "tls-rules";
import { describe, expect, it } from "vitest";
import { readOtherFile } from "../../src/other-files/index.js";
import { expectMended, expectSilent } from "./mended.js";

const path = "package.json";
const optOut = "no-process-wide-verification-opt-out/optOut error ask";

const scripts = (entries: string) => `{\n  "name": "app",\n  "scripts": {\n${entries}\n  }\n}\n`;

describe("scripts of package.json", () => {
  it.each([
    [
      "a variable",
      `    "dev": "NODE_TLS_REJECT_UNAUTHORIZED=0 node x",
    "a": "b"`,
      `    "dev": "node x",
    "a": "b"`,
      `${optOut}: NODE_TLS_REJECT_UNAUTHORIZED=0`,
    ],
    [
      "cross-env with one variable",
      `    "dev": "cross-env NODE_TLS_REJECT_UNAUTHORIZED=0 node x"`,
      `    "dev": "node x"`,
      `${optOut}: NODE_TLS_REJECT_UNAUTHORIZED=0`,
    ],
    [
      "cross-env with several",
      `    "dev": "cross-env NODE_TLS_REJECT_UNAUTHORIZED=0 A=1 node x"`,
      `    "dev": "cross-env A=1 node x"`,
      `${optOut}: NODE_TLS_REJECT_UNAUTHORIZED=0`,
    ],
    [
      "escaped quotes",
      String.raw`    "dev": "NODE_TLS_REJECT_UNAUTHORIZED=\"0\" node -e \"a\""`,
      String.raw`    "dev": "node -e \"a\""`,
      String.raw`${optOut}: NODE_TLS_REJECT_UNAUTHORIZED=\"0\"`,
    ],
    [
      "a command inside a command",
      String.raw`    "dev": "concurrently \"NODE_TLS_REJECT_UNAUTHORIZED=0 node x\" \"tsc -w\""`,
      String.raw`    "dev": "concurrently \"node x\" \"tsc -w\""`,
      `${optOut}: NODE_TLS_REJECT_UNAUTHORIZED=0`,
    ],
    [
      "an export that the script is nothing without",
      `    "dev": "export NODE_TLS_REJECT_UNAUTHORIZED=0"`,
      `    "dev": "export NODE_TLS_REJECT_UNAUTHORIZED=1"`,
      `${optOut}: NODE_TLS_REJECT_UNAUTHORIZED=0`,
    ],
    [
      "the command prompt of Windows",
      `    "dev": "set NODE_TLS_REJECT_UNAUTHORIZED=0&& node x"`,
      `    "dev": "node x"`,
      `${optOut} likely: NODE_TLS_REJECT_UNAUTHORIZED=0`,
    ],
    [
      "its other operator",
      `    "dev": "set NODE_OPTIONS=--openssl-legacy-provider & vue-cli-service serve"`,
      `    "dev": "vue-cli-service serve"`,
      "no-weak-node-flag/legacyProvider warning ask likely: --openssl-legacy-provider",
    ],
    [
      "a blank that the command prompt of Windows takes into the value",
      `    "dev": "set NODE_TLS_REJECT_UNAUTHORIZED=0 && node x"`,
      `    "dev": "node x"`,
      "no-process-wide-verification-opt-out/inert warning ask likely: NODE_TLS_REJECT_UNAUTHORIZED=0",
    ],
    [
      "a flag",
      `    "start": "react-scripts --openssl-legacy-provider start"`,
      `    "start": "react-scripts start"`,
      "no-weak-node-flag/legacyProvider warning ask likely: --openssl-legacy-provider",
    ],
    [
      "a flag in NODE_OPTIONS",
      `    "start": "NODE_OPTIONS='--tls-min-v1.0' node x"`,
      `    "start": "node x"`,
      "no-weak-node-flag/lowersFloor error upgrade: --tls-min-v1.0",
    ],
  ])("%s", (_name, before, after, found) => expectMended(path, scripts(before), scripts(after), [found]));

  it("keeps indentation and order", () =>
    expectMended(
      path,
      `{"scripts":\t{"a":"NODE_TLS_REJECT_UNAUTHORIZED=0 b" , "c": "d"}}`,
      `{"scripts":\t{"a":"b" , "c": "d"}}`,
      [`${optOut}: NODE_TLS_REJECT_UNAUTHORIZED=0`],
    ));

  it.each([
    ["the default spelt out", `    "dev": "NODE_TLS_REJECT_UNAUTHORIZED=1 node x"`],
    ["printing it", `    "dev": "echo NODE_TLS_REJECT_UNAUTHORIZED=0"`],
    ["a variable of the shell", `    "dev": "NODE_TLS_REJECT_UNAUTHORIZED=$LEVEL node x"`],
    ["a comment", '    "//": "NODE_TLS_REJECT_UNAUTHORIZED=0 node x",\n    "//dev": "npm config set strict-ssl false"'],
  ])("%s is silent", (_name, entries) => expectSilent(path, scripts(entries)));
});

describe("the rest of package.json", () => {
  it("the environment that a tool makes", () =>
    expectMended(
      path,
      `{
  "nodemonConfig": {
    "env": {
      "A": "1",
      "NODE_TLS_REJECT_UNAUTHORIZED": "0"
    }
  }
}
`,
      `{
  "nodemonConfig": {
    "env": {
      "A": "1"
    }
  }
}
`,
      [`${optOut} likely: "NODE_TLS_REJECT_UNAUTHORIZED": "0"`],
    ));

  it("alone in its object it is set to the default", () =>
    expectMended(
      path,
      `{ "ava": { "environmentVariables": { "NODE_TLS_REJECT_UNAUTHORIZED": 0 } } }`,
      `{ "ava": { "environmentVariables": { "NODE_TLS_REJECT_UNAUTHORIZED": 1 } } }`,
      [`${optOut} likely: "NODE_TLS_REJECT_UNAUTHORIZED": 0`],
    ));

  it("the commands of tools", () =>
    expectMended(
      path,
      `{ "lint-staged": { "*.ts": ["NODE_TLS_REJECT_UNAUTHORIZED=0 node x"] }, "wireit": { "a": { "command": "node --tls-max-v1.2 x" } } }`,
      `{ "lint-staged": { "*.ts": ["node x"] }, "wireit": { "a": { "command": "node x" } } }`,
      [`${optOut}: NODE_TLS_REJECT_UNAUTHORIZED=0`, "no-weak-node-flag/pinned warning upgrade: --tls-max-v1.2"],
    ));

  it.each([
    ["prose", `{ "description": "NODE_TLS_REJECT_UNAUTHORIZED=0 for everyone", "keywords": ["--tls-min-v1.0"] }`],
    ["engines", `{ "engines": { "node": ">=12" }, "x": "strict-ssl" }`],
  ])("%s is silent", (_name, text) => expectSilent(path, text));

  it("says where a text is no JSON", () =>
    expect(() =>
      readOtherFile(
        "a/package.json",
        `{
  "scripts": { "a": "NODE_OPTIONS",, }
}`,
        resolveSettings(),
      ),
    ).toThrow(new SyntaxError("a/package.json:2:36 PropertyNameExpected")));
});
