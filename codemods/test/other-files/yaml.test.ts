import { resolveSettings } from "tls-rules";
import { describe, expect, it } from "vitest";
import { readOtherFile } from "../../src/other-files/index.js";
import { expectMended, expectSilent } from "./mended.js";

const optOut = "no-process-wide-verification-opt-out/optOut error ask";
const disabled = "no-disabled-registry-verification/disabled error ask";
const flag = "no-weak-node-flag";

describe("compose", () => {
  const file = (lines: string) => `services:\n  web:\n    image: node\n${lines}`;
  it.each([
    [
      "a map",
      `    environment:\n      A: "1"\n      NODE_TLS_REJECT_UNAUTHORIZED: "0"\n`,
      `    environment:\n      A: "1"\n`,
      [`${optOut}: NODE_TLS_REJECT_UNAUTHORIZED: "0"`],
    ],
    [
      "a number",
      "    environment:\n      NODE_TLS_REJECT_UNAUTHORIZED: 0\n      A: 1\n",
      "    environment:\n      A: 1\n",
      [`${optOut}: NODE_TLS_REJECT_UNAUTHORIZED: 0`],
    ],
    [
      "the only entry",
      "    environment:\n      NODE_TLS_REJECT_UNAUTHORIZED: 0\n    ports: [a]\n",
      "    ports: [a]\n",
      [`${optOut}: NODE_TLS_REJECT_UNAUTHORIZED: 0`],
    ],
    [
      "the only entry below a comment",
      "    environment:\n      # why\n      NODE_TLS_REJECT_UNAUTHORIZED: '0'\n",
      "    environment:\n      # why\n      NODE_TLS_REJECT_UNAUTHORIZED: '1'\n",
      [`${optOut}: NODE_TLS_REJECT_UNAUTHORIZED: '0'`],
    ],
    [
      "a comment behind it",
      "    environment:\n      NODE_TLS_REJECT_UNAUTHORIZED: 0 # why\n      A: 1\n",
      "    environment:\n      # why\n      A: 1\n",
      [`${optOut}: NODE_TLS_REJECT_UNAUTHORIZED: 0`],
    ],
    [
      "a list",
      "    environment:\n      - A=1\n      - NODE_TLS_REJECT_UNAUTHORIZED=0\n      - B\n",
      "    environment:\n      - A=1\n      - B\n",
      [`${optOut}: NODE_TLS_REJECT_UNAUTHORIZED=0`],
    ],
    [
      "a quoted item",
      `    environment:\n      - "NODE_TLS_REJECT_UNAUTHORIZED=0"\n      - B\n`,
      "    environment:\n      - B\n",
      [`${optOut}: "NODE_TLS_REJECT_UNAUTHORIZED=0"`],
    ],
    [
      "the only item",
      "    environment:\n      - NODE_TLS_REJECT_UNAUTHORIZED=0\n    ports:\n      - a\n",
      "    ports:\n      - a\n",
      [`${optOut}: NODE_TLS_REJECT_UNAUTHORIZED=0`],
    ],
    [
      "in braces",
      "    environment: { NODE_TLS_REJECT_UNAUTHORIZED: 0, A: 1 }\n",
      "    environment: { A: 1 }\n",
      [`${optOut}: NODE_TLS_REJECT_UNAUTHORIZED: 0`],
    ],
    [
      "build arguments",
      "    build:\n      context: .\n      args:\n        NODE_TLS_REJECT_UNAUTHORIZED: 0\n",
      "    build:\n      context: .\n",
      [`${optOut}: NODE_TLS_REJECT_UNAUTHORIZED: 0`],
    ],
    [
      "quotes that are part of the value",
      `    environment:\n      - NODE_TLS_REJECT_UNAUTHORIZED="0"\n      - B\n`,
      "    environment:\n      - B\n",
      [`no-process-wide-verification-opt-out/inert warning ask: NODE_TLS_REJECT_UNAUTHORIZED="0"`],
    ],
    [
      "a command",
      "    command: node --tls-min-v1.0 x\n",
      "    command: node x\n",
      [`${flag}/lowersFloor error upgrade: --tls-min-v1.0`],
    ],
    [
      "a folded command",
      "    command: >\n      node\n      --tls-min-v1.0\n      x\n",
      "    command: >\n      node\n      x\n",
      [`${flag}/lowersFloor error upgrade: --tls-min-v1.0`],
    ],
    [
      "a command as a list",
      `    command: ["node", "--tls-min-v1.0", "x"]\n`,
      `    command: ["node", "x"]\n`,
      [`${flag}/lowersFloor error upgrade: "--tls-min-v1.0"`],
    ],
    [
      "a command as a list of lines",
      "    entrypoint:\n      - node\n      - --tls-min-v1.0\n      - x\n",
      "    entrypoint:\n      - node\n      - x\n",
      [`${flag}/lowersFloor error upgrade: --tls-min-v1.0`],
    ],
    [
      "a health check",
      `    healthcheck:\n      test: ["CMD-SHELL", "NODE_TLS_REJECT_UNAUTHORIZED=0 node h"]\n`,
      `    healthcheck:\n      test: ["CMD-SHELL", "node h"]\n`,
      [`${optOut}: NODE_TLS_REJECT_UNAUTHORIZED=0`],
    ],
  ])("%s", (_name, before, after, found) => expectMended("docker-compose.yml", file(before), file(after), found));

  it("an anchored environment is edited once, where it stands", () => {
    const text = (entry: string) =>
      `x-env: &env\n  A: 1\n${entry}services:\n  a:\n    environment: *env\n  b:\n    environment:\n      <<: *env\n      B: 2\n`;
    expectMended("compose.yaml", text("  NODE_TLS_REJECT_UNAUTHORIZED: 0\n"), text(""), [
      `${optOut}: NODE_TLS_REJECT_UNAUTHORIZED: 0`,
    ]);
  });

  it("an anchored environment keeps its last entry", () => {
    const text = (value: string) =>
      `x: y\nx-env: &env\n  NODE_TLS_REJECT_UNAUTHORIZED: ${value}\nservices:\n  a:\n    environment: *env\n`;
    expectMended("compose.yaml", text("0"), text("1"), [`${optOut}: NODE_TLS_REJECT_UNAUTHORIZED: 0`]);
  });

  it("an item that is an alias goes where it is used", () => {
    const text = (items: string) =>
      `x: &off NODE_TLS_REJECT_UNAUTHORIZED=0\nservices:\n  a:\n    environment:\n${items}`;
    expectMended("compose.yaml", text("      - A=1\n      - *off\n"), text("      - A=1\n"), [
      `${optOut}: NODE_TLS_REJECT_UNAUTHORIZED=0`,
    ]);
  });

  it.each([
    ["the default spelt out", `    environment:\n      NODE_TLS_REJECT_UNAUTHORIZED: "1"\n`],
    ["handed through", "    environment:\n      - NODE_TLS_REJECT_UNAUTHORIZED\n      - A=1\n"],
    ["filled in", "    environment:\n      NODE_TLS_REJECT_UNAUTHORIZED: ${LEVEL:-1}\n"],
    [
      "a comment",
      "    # NODE_TLS_REJECT_UNAUTHORIZED: 0\n    environment:\n      - A=1 # NODE_TLS_REJECT_UNAUTHORIZED=0\n",
    ],
    ["a label", "    labels:\n      NODE_TLS_REJECT_UNAUTHORIZED: 0\n"],
  ])("%s is silent", (_name, lines) => expectSilent("compose.prod.yml", file(lines)));
});

describe("workflows", () => {
  const path = ".github/workflows/ci.yml";
  const file = (steps: string) => `on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n${steps}`;
  it.each([
    [
      "the environment of a step",
      "      - run: npm ci\n        env:\n          NODE_TLS_REJECT_UNAUTHORIZED: '0'\n      - run: b\n",
      "      - run: npm ci\n      - run: b\n",
      [`${optOut}: NODE_TLS_REJECT_UNAUTHORIZED: '0'`],
    ],
    [
      "a line",
      "      - run: NODE_TLS_REJECT_UNAUTHORIZED=0 npm test\n",
      "      - run: npm test\n",
      [`${optOut}: NODE_TLS_REJECT_UNAUTHORIZED=0`],
    ],
    [
      "several lines",
      "      - run: |\n          npm ci\n          export NODE_TLS_REJECT_UNAUTHORIZED=0\n          npm test\n",
      "      - run: |\n          npm ci\n          npm test\n",
      [`${optOut}: NODE_TLS_REJECT_UNAUTHORIZED=0`],
    ],
    [
      "the last of several lines",
      "      - run: |\n          npm ci\n          npm config set strict-ssl false\n        name: x\n",
      "      - run: |\n          npm ci\n        name: x\n",
      [`${disabled}: strict-ssl false`],
    ],
    [
      "the first of several lines",
      "      - run: |\n          npm config set strict-ssl false\n          npm ci\n",
      "      - run: |\n          npm ci\n",
      [`${disabled}: strict-ssl false`],
    ],
    [
      "for the steps that follow",
      `      - run: |\n          a\n          echo "NODE_TLS_REJECT_UNAUTHORIZED=0" >> $GITHUB_ENV\n`,
      "      - run: |\n          a\n",
      [`${optOut}: "NODE_TLS_REJECT_UNAUTHORIZED=0"`],
    ],
    [
      "a quoted line",
      `      - run: "NODE_OPTIONS=\\"--tls-min-v1.0\\" npm test"\n`,
      `      - run: "npm test"\n`,
      [`${flag}/lowersFloor error upgrade: --tls-min-v1.0`],
    ],
    [
      "a named shell",
      "      - shell: bash -e {0}\n        run: NODE_TLS_REJECT_UNAUTHORIZED=0 npm test\n",
      "      - shell: bash -e {0}\n        run: npm test\n",
      [`${optOut}: NODE_TLS_REJECT_UNAUTHORIZED=0`],
    ],
  ])("%s", (_name, before, after, found) => expectMended(path, file(before), file(after), found));

  it("the environment of a workflow and of a job", () =>
    expectMended(
      path,
      "env:\n  A: 1\n  NODE_OPTIONS: --openssl-legacy-provider\njobs:\n  a:\n    env: { NODE_TLS_REJECT_UNAUTHORIZED: 0 }\n    steps: []\n",
      "env:\n  A: 1\njobs:\n  a:\n    steps: []\n",
      [`${flag}/legacyProvider warning ask: --openssl-legacy-provider`, `${optOut}: NODE_TLS_REJECT_UNAUTHORIZED: 0`],
    ));

  it("a composite action", () =>
    expectMended(
      "action.yml",
      "runs:\n  using: composite\n  steps:\n    - run: NODE_TLS_REJECT_UNAUTHORIZED=0 a\n      shell: sh\n",
      "runs:\n  using: composite\n  steps:\n    - run: a\n      shell: sh\n",
      [`${optOut}: NODE_TLS_REJECT_UNAUTHORIZED=0`],
    ));

  it.each([
    ["an expression", "      - run: a\n        env:\n          NODE_TLS_REJECT_UNAUTHORIZED: ${{ inputs.level }}\n"],
    ["another shell's language", "      - shell: python\n        run: NODE_TLS_REJECT_UNAUTHORIZED=0\n"],
    ["a name", '      - name: "NODE_TLS_REJECT_UNAUTHORIZED=0"\n        run: a\n'],
    ["a comment inside a script", "      - run: |\n          # export NODE_TLS_REJECT_UNAUTHORIZED=0\n          a\n"],
  ])("%s is silent", (_name, steps) => expectSilent(path, file(steps)));

  it("says where a text is no YAML", () =>
    expect(() => readOtherFile(path, "env:\n  NODE_OPTIONS: [\n", resolveSettings())).toThrow(
      /^\.github\/workflows\/ci\.yml:3:1 /,
    ));
});

describe("GitLab", () => {
  const path = ".gitlab-ci.yml";
  it.each([
    [
      "variables",
      "variables:\n  NODE_TLS_REJECT_UNAUTHORIZED: 0\nstages: [a]\n",
      "stages: [a]\n",
      [`${optOut}: NODE_TLS_REJECT_UNAUTHORIZED: 0`],
    ],
    [
      "a variable with a description",
      "variables:\n  A: b\n  NODE_TLS_REJECT_UNAUTHORIZED:\n    value: '0'\n    description: proxy\n",
      "variables:\n  A: b\n",
      [`${optOut}: NODE_TLS_REJECT_UNAUTHORIZED:\n    value: '0'\n    description: proxy`],
    ],
    [
      "a script",
      "test:\n  before_script:\n    - npm config set strict-ssl false\n    - npm ci\n  script: NODE_TLS_REJECT_UNAUTHORIZED=0 npm test\n",
      "test:\n  before_script:\n    - npm config set strict-ssl true\n    - npm ci\n  script: npm test\n",
      [`${disabled}: strict-ssl false`, `${optOut}: NODE_TLS_REJECT_UNAUTHORIZED=0`],
    ],
    [
      "a script of several lines",
      "test:\n  script:\n    - |\n      export NODE_TLS_REJECT_UNAUTHORIZED=0\n      npm test\n    - !reference [.other, script]\n",
      "test:\n  script:\n    - |\n      npm test\n    - !reference [.other, script]\n",
      [`${optOut}: NODE_TLS_REJECT_UNAUTHORIZED=0`],
    ],
  ])("%s", (_name, before, after, found) => expectMended(path, before, after, found));

  it("a variable is silent when GitLab fills it in", () =>
    expectSilent(path, "variables:\n  NODE_TLS_REJECT_UNAUTHORIZED: $LEVEL\n"));
});
