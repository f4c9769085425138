import { join, relative } from "node:path";
import { linkOnTheWay } from "../files/inside.js";
import { textOf } from "../files/text.js";
import { toolVersion } from "../loading/tool-version.js";
import { filesIn, isThere } from "./project-files.js";
import type { Project, Proposal } from "./proposal.js";

const command = `npx --yes tls-codemod@${toolVersion} check`;

const githubWorkflow = `name: TLS options

on:
  pull_request:
  push:
    branches: [main, master]

permissions:
  contents: read

jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 24
      - run: ${command} --format github
`;

const gitlabJob = `tls-options:
  image: node:24
  script:
    - ${command} -o gitlab:tls-options.json
  artifacts:
    when: always
    reports:
      codequality: tls-options.json
`;

/** A check in CI: GitLab's where .gitlab-ci.yml is there, or else GitHub's. */
export function proposeCi({ root }: Project): readonly Proposal[] {
  return isThere(join(root, ".gitlab-ci.yml")) ? proposeGitlab(root) : [proposeGithub(root)];
}

function proposeGithub(root: string): Proposal {
  const path = ".github/workflows/tls.yml";
  const link = linkOnTheWay(root, join(root, path));
  if (link) return leftOut(relative(root, link));
  const calling = filesIn(join(root, ".github/workflows")).find((file) => textOf(file).includes("tls-codemod"));
  if (calling) return { kind: "present", path: relative(root, calling) };
  return isThere(join(root, path))
    ? { kind: "by hand", path, lines: `      - run: ${command} --format github\n` }
    : { kind: "file", path, text: githubWorkflow };
}

/** GitLab reads one file; the job stands beside it, and the file has to include it. */
function proposeGitlab(root: string): readonly Proposal[] {
  const path = ".gitlab/tls.yml";
  const link = linkOnTheWay(root, join(root, path));
  if (link) return [leftOut(relative(root, link))];
  const main = textOf(join(root, ".gitlab-ci.yml"));
  if (main.includes("tls-codemod")) return [{ kind: "present", path: ".gitlab-ci.yml" }];
  const job: Proposal = isThere(join(root, path)) ? { kind: "present", path } : { kind: "file", path, text: gitlabJob };
  return main.includes(path)
    ? [job]
    : [job, { kind: "by hand", path: ".gitlab-ci.yml", lines: `include:\n  - local: ${path}\n` }];
}

function leftOut(link: string): Proposal {
  return { kind: "left out", what: "A check in CI", reason: `${link} is a link, which is not followed` };
}
