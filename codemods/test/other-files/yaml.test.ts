import { resolveSettings } from "tls-rules";
import { describe, expect, it } from "vitest";
import { readOtherFile } from "../../src/other-files/index.js";
import { byHand, expectMended, expectSilent } from "./mended.js";

const optOut = "no-process-wide-verification-opt-out/optOut error ask";
const disabled = "no-disabled-registry-verification/disabled error ask";
const flag = "no-weak-node-flag";

describe("compose", () => {
  const file = (lines: string) => `services:\n  web:\n    image: node\n${lines}`;
  it.each([
    [
      "a map",
      `    environment:
      A: "1"
      NODE_TLS_REJECT_UNAUTHORIZED: "0"
`,
      `    environment:
      A: "1"
`,
      [`${optOut}: NODE_TLS_REJECT_UNAUTHORIZED: "0"`],
    ],
    [
      "a number",
      `    environment:
      NODE_TLS_REJECT_UNAUTHORIZED: 0
      A: 1
`,
      `    environment:
      A: 1
`,
      [`${optOut}: NODE_TLS_REJECT_UNAUTHORIZED: 0`],
    ],
    [
      "the only entry",
      `    environment:
      NODE_TLS_REJECT_UNAUTHORIZED: 0
    ports: [a]
`,
      "    ports: [a]\n",
      [`${optOut}: NODE_TLS_REJECT_UNAUTHORIZED: 0`],
    ],
    [
      "the only entry below a comment",
      `    environment:
      # why
      NODE_TLS_REJECT_UNAUTHORIZED: '0'
`,
      `    environment:
      # why
      NODE_TLS_REJECT_UNAUTHORIZED: '1'
`,
      [`${optOut}: NODE_TLS_REJECT_UNAUTHORIZED: '0'`],
    ],
    [
      "a comment behind it",
      `    environment:
      NODE_TLS_REJECT_UNAUTHORIZED: 0 # why
      A: 1
`,
      `    environment:
      NODE_TLS_REJECT_UNAUTHORIZED: 0 # why
      A: 1
`,
      [`${byHand(optOut)}: NODE_TLS_REJECT_UNAUTHORIZED: 0`],
    ],
    [
      "a list",
      `    environment:
      - A=1
      - NODE_TLS_REJECT_UNAUTHORIZED=0
      - B
`,
      `    environment:
      - A=1
      - B
`,
      [`${optOut}: NODE_TLS_REJECT_UNAUTHORIZED=0`],
    ],
    [
      "a quoted item",
      `    environment:
      - "NODE_TLS_REJECT_UNAUTHORIZED=0"
      - B
`,
      `    environment:
      - B
`,
      [`${optOut}: "NODE_TLS_REJECT_UNAUTHORIZED=0"`],
    ],
    [
      "the only item",
      `    environment:
      - NODE_TLS_REJECT_UNAUTHORIZED=0
    ports:
      - a
`,
      `    ports:
      - a
`,
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
      `    build:
      context: .
      args:
        NODE_TLS_REJECT_UNAUTHORIZED: 0
`,
      `    build:
      context: .
`,
      [`${optOut}: NODE_TLS_REJECT_UNAUTHORIZED: 0`],
    ],
    [
      "quotes that are part of the value",
      `    environment:
      - NODE_TLS_REJECT_UNAUTHORIZED="0"
      - B
`,
      `    environment:
      - B
`,
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
      `    command: >
      node
      --tls-min-v1.0
      x
`,
      `    command: >
      node
      x
`,
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
      `    entrypoint:
      - node
      - --tls-min-v1.0
      - x
`,
      `    entrypoint:
      - node
      - x
`,
      [`${flag}/lowersFloor error upgrade: --tls-min-v1.0`],
    ],
    [
      "a health check",
      `    healthcheck:
      test: ["CMD-SHELL", "NODE_TLS_REJECT_UNAUTHORIZED=0 node h"]
`,
      `    healthcheck:
      test: ["CMD-SHELL", "node h"]
`,
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

  it("an anchored environment does not lose all its entries at once", () => {
    const shared = (entries: string) => `variables: &shared
${entries}test:
  variables:
    <<: *shared
    A: 1
  script: node x
`;
    expectMended(
      ".gitlab-ci.yml",
      shared("  NPM_CONFIG_STRICT_SSL: 'false'\n  NODE_TLS_REJECT_UNAUTHORIZED: '0'\n"),
      shared("  NODE_TLS_REJECT_UNAUTHORIZED: '1'\n"),
      [
        "no-disabled-registry-verification/disabled error ask: NPM_CONFIG_STRICT_SSL: 'false'",
        `${optOut}: NODE_TLS_REJECT_UNAUTHORIZED: '0'`,
      ],
    );
  });

  it.each([
    ["a map", "      NODE_TLS_REJECT_UNAUTHORIZED: 0\n      NODE_OPTIONS: --tls-min-v1.0\n"],
    ["a list", "      - NODE_TLS_REJECT_UNAUTHORIZED=0\n      - NODE_OPTIONS=--tls-min-v1.0\n"],
  ])("an environment goes with the last of its entries: %s", (_name, entries) => {
    const file = (environment: string) => `services:\n  a:\n    image: b\n${environment}`;
    const [first, second] = entries.trim().split(/\n\s*(?:- )?/) as [string, string];
    expectMended("compose.yml", file(`    environment:\n${entries}`), file(""), [
      `${optOut}: ${first.replace("- ", "")}`,
      `no-weak-node-flag/lowersFloor error upgrade: ${second.replace(/.*[=: ](?=--)/, "")}`,
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
    expectMended(
      "compose.yaml",
      text(`      - A=1
      - *off
`),
      text("      - A=1\n"),
      [`${optOut}: NODE_TLS_REJECT_UNAUTHORIZED=0`],
    );
  });

  it.each([
    [
      "the default spelt out",
      `    environment:
      NODE_TLS_REJECT_UNAUTHORIZED: "1"
`,
    ],
    [
      "handed through",
      `    environment:
      - NODE_TLS_REJECT_UNAUTHORIZED
      - A=1
`,
    ],
    [
      "filled in",
      `    environment:
      NODE_TLS_REJECT_UNAUTHORIZED: \${LEVEL:-1}
`,
    ],
    [
      "a comment",
      `    # NODE_TLS_REJECT_UNAUTHORIZED: 0
    environment:
      - A=1 # NODE_TLS_REJECT_UNAUTHORIZED=0
`,
    ],
    [
      "a label",
      `    labels:
      NODE_TLS_REJECT_UNAUTHORIZED: 0
`,
    ],
  ])("%s is silent", (_name, lines) => expectSilent("compose.prod.yml", file(lines)));
});

describe("workflows", () => {
  const path = ".github/workflows/ci.yml";
  const file = (steps: string) => `on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n${steps}`;
  it.each([
    [
      "the environment of a step",
      `      - run: npm ci
        env:
          NODE_TLS_REJECT_UNAUTHORIZED: '0'
      - run: b
`,
      `      - run: npm ci
      - run: b
`,
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
      `      - run: |
          npm ci
          export NODE_TLS_REJECT_UNAUTHORIZED=0
          npm test
`,
      `      - run: |
          npm ci
          npm test
`,
      [`${optOut}: NODE_TLS_REJECT_UNAUTHORIZED=0`],
    ],
    [
      "the last of several lines",
      `      - run: |
          npm ci
          npm config set strict-ssl false
        name: x
`,
      `      - run: |
          npm ci
        name: x
`,
      [`${disabled}: strict-ssl false`],
    ],
    [
      "the first of several lines",
      `      - run: |
          npm config set strict-ssl false
          npm ci
`,
      `      - run: |
          npm ci
`,
      [`${disabled}: strict-ssl false`],
    ],
    [
      "for the steps that follow",
      `      - run: |
          a
          echo "NODE_TLS_REJECT_UNAUTHORIZED=0" >> $GITHUB_ENV
`,
      `      - run: |
          a
`,
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
      `      - shell: bash -e {0}
        run: NODE_TLS_REJECT_UNAUTHORIZED=0 npm test
`,
      `      - shell: bash -e {0}
        run: npm test
`,
      [`${optOut}: NODE_TLS_REJECT_UNAUTHORIZED=0`],
    ],
  ])("%s", (_name, before, after, found) => expectMended(path, file(before), file(after), found));

  it("the environment of a workflow and of a job", () =>
    expectMended(
      path,
      `env:
  A: 1
  NODE_OPTIONS: --openssl-legacy-provider
jobs:
  a:
    env: { NODE_TLS_REJECT_UNAUTHORIZED: 0 }
    steps: []
`,
      `env:
  A: 1
jobs:
  a:
    steps: []
`,
      [`${flag}/legacyProvider warning ask: --openssl-legacy-provider`, `${optOut}: NODE_TLS_REJECT_UNAUTHORIZED: 0`],
    ));

  it("a composite action", () =>
    expectMended(
      "action.yml",
      `runs:
  using: composite
  steps:
    - run: NODE_TLS_REJECT_UNAUTHORIZED=0 a
      shell: sh
`,
      `runs:
  using: composite
  steps:
    - run: a
      shell: sh
`,
      [`${optOut}: NODE_TLS_REJECT_UNAUTHORIZED=0`],
    ));

  it.each([
    [
      "an expression",
      `      - run: a
        env:
          NODE_TLS_REJECT_UNAUTHORIZED: \${{ inputs.level }}
`,
    ],
    [
      "another shell's language",
      `      - shell: python
        run: NODE_TLS_REJECT_UNAUTHORIZED=0
`,
    ],
    [
      "a name",
      `      - name: "NODE_TLS_REJECT_UNAUTHORIZED=0"
        run: a
`,
    ],
    [
      "a comment inside a script",
      `      - run: |
          # export NODE_TLS_REJECT_UNAUTHORIZED=0
          a
`,
    ],
  ])("%s is silent", (_name, steps) => expectSilent(path, file(steps)));

  it("says where a text is no YAML", () =>
    expect(() =>
      readOtherFile(
        path,
        `env:
  NODE_OPTIONS: [
`,
        resolveSettings(),
      ),
    ).toThrow(/^\.github\/workflows\/ci\.yml:3:1 /));
});

describe("GitLab", () => {
  const path = ".gitlab-ci.yml";
  it.each([
    [
      "variables",
      `variables:
  NODE_TLS_REJECT_UNAUTHORIZED: 0
stages: [a]
`,
      "stages: [a]\n",
      [`${optOut}: NODE_TLS_REJECT_UNAUTHORIZED: 0`],
    ],
    [
      "a variable with a description",
      `variables:
  A: b
  NODE_TLS_REJECT_UNAUTHORIZED:
    value: '0'
    description: proxy
`,
      `variables:
  A: b
`,
      [`${optOut}: NODE_TLS_REJECT_UNAUTHORIZED:\n    value: '0'\n    description: proxy`],
    ],
    [
      "a script",
      `test:
  before_script:
    - npm config set strict-ssl false
    - npm ci
  script: NODE_TLS_REJECT_UNAUTHORIZED=0 npm test
`,
      `test:
  before_script:
    - npm config set strict-ssl true
    - npm ci
  script: npm test
`,
      [`${disabled}: strict-ssl false`, `${optOut}: NODE_TLS_REJECT_UNAUTHORIZED=0`],
    ],
    [
      "a script of several lines",
      `test:
  script:
    - |
      export NODE_TLS_REJECT_UNAUTHORIZED=0
      npm test
    - !reference [.other, script]
`,
      `test:
  script:
    - |
      npm test
    - !reference [.other, script]
`,
      [`${optOut}: NODE_TLS_REJECT_UNAUTHORIZED=0`],
    ],
  ])("%s", (_name, before, after, found) => expectMended(path, before, after, found));

  it("a variable is silent when GitLab fills it in", () =>
    expectSilent(
      path,
      `variables:
  NODE_TLS_REJECT_UNAUTHORIZED: $LEVEL
`,
    ));
});
