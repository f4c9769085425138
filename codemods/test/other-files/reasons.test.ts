import { describe, expect, it } from "vitest";
import { mend, summaries } from "./mended.js";

const compose = (...lines: readonly string[]) =>
  ["services:", "  a:", "    environment:", ...lines.map((line) => `      ${line}`), ""].join("\n");
const workflow = (...lines: readonly string[]) =>
  ["on: push", "jobs:", "  a:", "    steps:", "      - run: |", ...lines.map((line) => `          ${line}`), ""].join(
    "\n",
  );

describe("A comment that gives the reason keeps what it explains:", () => {
  it.each([
    [".env, above", ".env", "# their certificate ran out\nNODE_TLS_REJECT_UNAUTHORIZED=0\n"],
    [".env, behind", ".env", "NODE_TLS_REJECT_UNAUTHORIZED=0 # the broker is self-signed\n"],
    [".env, of options", ".env", "# webpack 4 needs md4\nNODE_OPTIONS=--openssl-legacy-provider\n"],
    [".npmrc, above", ".npmrc", "; the mirror has its own authority\nstrict-ssl=false\n"],
    ["a Dockerfile", "Dockerfile", "FROM node\n# the proxy breaks TLS\nENV NODE_TLS_REJECT_UNAUTHORIZED=0\n"],
    ["a map of YAML", "compose.yaml", compose("# the broker's", "NODE_TLS_REJECT_UNAUTHORIZED: 0", "A: 1")],
    ["a list of YAML", "compose.yaml", compose("# the broker's", "- NODE_TLS_REJECT_UNAUTHORIZED=0", "- A=1")],
    [
      "a script in YAML",
      ".github/workflows/a.yml",
      workflow("# old runner", "export NODE_TLS_REJECT_UNAUTHORIZED=0", "node a"),
    ],
    ["a shell script", "a.sh", "# their certificate ran out\nexport NODE_TLS_REJECT_UNAUTHORIZED=0\nnode a\n"],
    [
      "a shell script, for one command",
      "a.sh",
      "# the registry is self-signed\nNODE_TLS_REJECT_UNAUTHORIZED=0 node a\n",
    ],
    [
      "a shell script, behind one command",
      "a.sh",
      "NODE_TLS_REJECT_UNAUTHORIZED=0 node a # the registry is self-signed\n",
    ],
  ])("%s", (_name, path, text) => {
    expect(summaries(path, text)).toEqual([expect.stringContaining(" manual: ")]);
    expect(mend(path, text, {})).toBe(text);
  });
});

it.each([
  [
    "openssl.cnf",
    "openssl_conf = a\n[a]\nssl_conf = b\n[b]\nsystem_default = c\n[c]\n# the till\nMinProtocol = TLSv1\n",
    "openssl_conf = a\n[a]\nssl_conf = b\n[b]\nsystem_default = c\n[c]\n# the till\nMinProtocol = TLSv1.2\n",
  ],
  [
    "Dockerfile",
    "FROM node\nENV A=1 \\\n  # until the proxy is gone\n  NODE_TLS_REJECT_UNAUTHORIZED=0\n",
    "FROM node\nENV A=1 \\\n  # until the proxy is gone\n  NODE_TLS_REJECT_UNAUTHORIZED=1\n",
  ],
])("A comment that gives the reason for another value has it asked about: %s", (path, before, after) => {
  expect(summaries(path, before)).toEqual([expect.stringContaining(" ask: ")]);
  expect(mend(path, before, {})).toBe(after);
});

describe("A comment about something else does not:", () => {
  it.each([
    ["further above", ".env", "# ports\nPORT=1\nNODE_TLS_REJECT_UNAUTHORIZED=0\n", "# ports\nPORT=1\n"],
    ["behind a blank line", ".env", "# ours\n\nNODE_TLS_REJECT_UNAUTHORIZED=0\nA=1\n", "# ours\n\nA=1\n"],
    ["a setting that is switched off", ".env", "# PORT=1\nNODE_TLS_REJECT_UNAUTHORIZED=0\n", "# PORT=1\n"],
    ["a rule of signs", ".env", "# ------\nNODE_TLS_REJECT_UNAUTHORIZED=0\n", "# ------\n"],
    [
      "the line of an interpreter",
      "a.sh",
      "#!/bin/sh\nexport NODE_TLS_REJECT_UNAUTHORIZED=0\nnode a\n",
      "#!/bin/sh\nnode a\n",
    ],
    [
      "what a command is for",
      "a.sh",
      "# smoke\nNODE_TLS_REJECT_UNAUTHORIZED=0 node a # quick\n",
      "# smoke\nnode a # quick\n",
    ],
    ["a colour", "a.sh", "NODE_TLS_REJECT_UNAUTHORIZED=0 node a --color '#fff'\n", "node a --color '#fff'\n"],
    [
      "below",
      "compose.yaml",
      compose("NODE_TLS_REJECT_UNAUTHORIZED: 0", "# ports", "A: 1"),
      compose("# ports", "A: 1"),
    ],
  ])("%s", (_name, path, before, after) => {
    expect(mend(path, before, {})).toBe(after);
  });
});
