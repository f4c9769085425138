import { resolveSettings } from "tls-rules";
import { describe, expect, it } from "vitest";
import { readOtherFile } from "../../src/other-files/index.js";
import { byHand, expectMended, expectSilent, summaries } from "./mended.js";

const optOut = "no-process-wide-verification-opt-out/optOut error ask";
const likely = `${optOut} likely`;
const guarded = "no-process-wide-verification-opt-out/optOut warning manual";
const disabled = "no-disabled-registry-verification/disabled error ask";
const flag = "no-weak-node-flag/lowersFloor error upgrade";
const name = "NODE_TLS_REJECT_UNAUTHORIZED";

describe("YAML of any shape", () => {
  const container = (entries: string) => `spec:
  containers:
    - name: web
      env:
${entries}`;

  it("a container's list of variables", () =>
    expectMended(
      "k8s/web.yaml",
      container(`        - name: A
          value: "1"
        - name: ${name}
          value: "0"
`),
      container(`        - name: A
          value: "1"
`),
      [`${optOut}: name: ${name}\n          value: "0"`],
    ));

  it("a container's command", () =>
    expectMended(
      "k8s/web.yaml",
      `command: ["node", "--tls-min-v1.0", "a.js"]
`,
      `command: ["node", "a.js"]
`,
      [`${flag}: "--tls-min-v1.0"`],
    ));

  it("flags in a map of variables", () =>
    expectMended(
      "serverless.yml",
      `provider:
  environment:
    NODE_OPTIONS: --tls-min-v1.0 --max-old-space-size=512
`,
      `provider:
  environment:
    NODE_OPTIONS: --max-old-space-size=512
`,
      [`${flag}: --tls-min-v1.0`],
    ));

  it("a variable under a key of somebody's own", () =>
    expectMended(
      "chart/values.yaml",
      `web:
  settings:
    A: 1
    ${name}: "0"
`,
      `web:
  settings:
    A: 1
`,
      [`${likely}: ${name}: "0"`],
    ));

  it("a template of Helm, whose actions stay as they are", () => {
    const template = (variable: string) => `{{- if .Values.web }}
metadata:
  name: {{ include "web.name" . }}
  labels: {{- include "web.labels" . | nindent 4 }}
spec:
  env:
    {{- range .Values.env }}
    - name: {{ .name }}
      value: {{ .value | quote }}
    {{- end }}
    - name: LEVEL
      value: "{{ .Values.level }}"
${variable}{{- end }}
`;
    const text = template(`    - name: ${name}\n      value: "0"\n`);
    const [finding] = readOtherFile("chart/templates/web.yaml", text, resolveSettings({}));
    expect(finding?.edits).toHaveLength(1);
    const { range, text: written } = finding!.edits![0]!;
    expect(text.slice(0, range[0]) + written + text.slice(range[1])).toBe(template(""));
  });

  it.each([
    ["a value that a template fills in", `env:\n  ${name}: "{{ .Values.reject }}"\n`],
    ["a list of names", `required:\n  - ${name}\n`],
    ["a parameter's description", `- name: ${name}\n  description: "0 switches verification off"\n`],
    ["the safe value", `env:\n  - name: ${name}\n    value: "1"\n`],
  ])("%s is silent", (_title, text) =>
    expect(readOtherFile("values.yaml", text, resolveSettings({ level: "note" }))).toEqual([]),
  );
});

describe("a value that is a default", () => {
  it.each([
    ["compose.yaml", `services:\n  web:\n    environment:\n      ${name}: \${${name}:-0}\n`, `${name} is not set`],
    ["compose.yaml", `services:\n  web:\n    environment:\n      - ${name}=\${INSECURE-0}\n`, "INSECURE is not set"],
    ["run.sh", `export ${name}="\${${name}:-0}"\nnode a.js\n`, `${name} is not set`],
    ["run.sh", `${name}=\${INSECURE:-0} node a.js\n`, "INSECURE is not set"],
    [".github/workflows/ci.yml", `env:\n  ${name}: \${{ inputs.x && '1' || '0' }}\n`, "!(inputs.x)"],
    [".github/workflows/ci.yml", `env:\n  ${name}: \${{ inputs.insecure && '0' || '1' }}\n`, "inputs.insecure"],
    ["Makefile", `export ${name} ?= 0\n`, `${name} is not set`],
  ])("%s %j", (path, text, guard) => {
    const [finding] = readOtherFile(path, text, resolveSettings({}));
    expect(finding).toMatchObject({ rule: "no-process-wide-verification-opt-out", level: "warning", grade: "manual" });
    expect(finding!.guard).toBe(guard);
  });

  it("`:` that assigns", () =>
    expect(summaries("run.sh", `: "\${${name}:=0}"\nexport ${name}\n`)).toEqual([
      `${guarded} likely: "\${${name}:=0}"`,
    ]));

  it.each([
    ["run.sh", `export ${name}="\${${name}:-1}"\n`],
    ["run.sh", `export ${name}="$INSECURE"\n`],
    ["compose.yaml", `services:\n  web:\n    environment:\n      ${name}: \${${name}}\n`],
  ])("%s %j is silent", (path, text) => expectSilent(path, text));
});

describe("files that a shell writes and Node reads", () => {
  it("a line", () =>
    expectMended("setup.sh", `mkdir a\necho ${name}=0 >> .env\n`, "mkdir a\n", [`${optOut}: ${name}=0`]));
  it("a here-document", () =>
    expect(summaries("setup.sh", `cat > app/.env <<EOF\nA=1\n${name}=0\nEOF\n`)).toEqual([`${optOut}: ${name}=0`]));
  it.each([`cat > notes.txt <<EOF\n${name}=0\nEOF\n`, `echo ${name}=0 > hint.md\n`])("%j is silent", (text) =>
    expectSilent("setup.sh", text),
  );
});

describe("commands in files of lines", () => {
  it.each([
    ["Procfile", `web: ${name}=0 node a.js\n`, "web: node a.js\n", `${optOut}: ${name}=0`],
    ["Makefile", `start:\n\t@${name}=0 node a.js\n`, "start:\n\t@node a.js\n", `${optOut}: ${name}=0`],
    ["Makefile", `export ${name} := 0\nall:\n`, "all:\n", `${optOut}: export ${name} := 0`],
    ["Makefile", `${name} = 0\nexport ${name}\n`, `export ${name}\n`, `${optOut}: ${name} = 0`],
    [
      "justfile",
      `export ${name} := "0"\nrun:\n    node a.js\n`,
      "run:\n    node a.js\n",
      `${optOut}: export ${name} := "0"`,
    ],
    ["justfile", "run:\n    node --tls-min-v1.0 a.js\n", "run:\n    node a.js\n", `${flag}: --tls-min-v1.0`],
    ["web.service", `[Service]\nEnvironment=${name}=0\nUser=a\n`, "[Service]\nUser=a\n", `${optOut}: ${name}=0`],
    [
      "web.service",
      `[Service]\nEnvironment="A=b c" "${name}=0"\n`,
      '[Service]\nEnvironment="A=b c"\n',
      `${optOut}: "${name}=0"`,
    ],
    [
      "web.service",
      "[Service]\nExecStart=-/usr/bin/node --tls-min-v1.0 a.js\n",
      "[Service]\nExecStart=-/usr/bin/node a.js\n",
      `${flag}: --tls-min-v1.0`,
    ],
    ["run.cmd", `@echo off\nset ${name}=0\nnode a.js\n`, "@echo off\nnode a.js\n", `${optOut}: set ${name}=0`],
    ["run.bat", `set "${name}=0"\nnode a.js\n`, "node a.js\n", `${optOut}: set "${name}=0"`],
    ["run.bat", "node --tls-min-v1.0 a.js\n", "node a.js\n", `${flag}: --tls-min-v1.0`],
    ["run.ps1", `$env:${name} = "0"\nnode a.js\n`, "node a.js\n", `${optOut}: $env:${name} = "0"`],
    [
      "run.ps1",
      `[Environment]::SetEnvironmentVariable('${name}', '0', 'User')\n`,
      "",
      `${optOut}: [Environment]::SetEnvironmentVariable('${name}', '0', 'User')`,
    ],
    [".yarnrc", "strict-ssl false\nregistry x\n", "registry x\n", `${disabled}: strict-ssl false`],
    [
      ".yarnrc.yml",
      "enableStrictSsl: false\nnodeLinker: pnp\n",
      "nodeLinker: pnp\n",
      `${disabled}: enableStrictSsl: false`,
    ],
    ["pnpm-workspace.yaml", "strictSsl: false\npackages: [a]\n", "packages: [a]\n", `${disabled}: strictSsl: false`],
    [
      "netlify.toml",
      `[build.environment]\n  ${name} = "0"\n  A = "1"\n`,
      '[build.environment]\n  A = "1"\n',
      `${likely}: ${name} = "0"`,
    ],
    [
      "netlify.toml",
      `build.environment = { ${name} = "0", A = "1" } # of the build\n`,
      'build.environment = { A = "1" } # of the build\n',
      `${likely}: ${name} = "0"`,
    ],
    [
      "fly.toml",
      `env.${name} = '0' # for now\n`,
      `env.${name} = '0' # for now\n`,
      `${byHand(optOut)} likely: env.${name} = '0'`,
    ],
    [
      "mise.toml",
      `[tasks.start]\nrun = """\nset -e\n${name}=0 node a.js \\\n  --x\n"""\n`,
      `[tasks.start]\nrun = """\nset -e\nnode a.js \\\n  --x\n"""\n`,
      `${optOut}: ${name}=0`,
    ],
    [
      "mise.toml",
      `[tasks.start]\nrun = ["npm ci", '${name}=0 node a.js']\n`,
      `[tasks.start]\nrun = ["npm ci", 'node a.js']\n`,
      `${optOut}: ${name}=0`,
    ],
    [
      "pyproject.toml",
      `[tool.pdm.scripts]\nstart = "${name}=0 node \\"a b.js\\""\n`,
      `[tool.pdm.scripts]\nstart = "node \\"a b.js\\""\n`,
      `${optOut}: ${name}=0`,
    ],
    [
      "deploy.toml",
      `environment = [\n  "A=1",\n  "${name}=0",\n]\n`,
      'environment = [\n  "A=1",\n]\n',
      `${likely}: "${name}=0"`,
    ],
    [
      "main.tf",
      `environment {\n  variables = {\n    ${name} = "0"\n    A = "1"\n  }\n}\n`,
      `environment {\n  variables = {\n    A = "1"\n  }\n}\n`,
      `${likely}: ${name} = "0"`,
    ],
    [
      "Jenkinsfile",
      `environment {\n  ${name} = '0'\n  A = '1'\n}\n`,
      "environment {\n  A = '1'\n}\n",
      `${likely}: ${name} = '0'`,
    ],
  ])("%s %j", (path, before, after, found) => expectMended(path, before, after, [found]));

  it.each([
    ["run.ps1", `if ($Insecure) {\n  $env:${name} = "0"\n}\n`, `${guarded}: $env:${name} = "0"`],
    ["run.cmd", `if "%INSECURE%"=="1" set ${name}=0\n`, `${guarded}: set ${name}=0`],
    ["main.tf", `env { name = "${name}", value = "0" }\n`, `${byHand(optOut)} likely: name = "${name}", value = "0"`],
    ["Jenkinsfile", `withEnv(["${name}=0"]) { sh "node a.js" }\n`, `${byHand(optOut)} likely: "${name}=0"`],
  ])("%s %j is for a person", (path, text, found) => {
    const verdict = summaries(path, text);
    expect(verdict.map((each) => each.replace(" ask", " manual"))).toEqual([found]);
  });

  it.each([
    ["run.cmd", `rem set ${name}=0\n:: set ${name}=0\n`],
    ["run.ps1", `# $env:${name} = "0"\n$env:${name} = "1"\n`],
    ["Makefile", `# ${name}=0 node a.js\nhelp:\n\t@echo ${name}=0\n`],
    ["Procfile", `web: node a.js # ${name}\n`],
    ["web.service", `# Environment=${name}=0\nDescription=${name}=0\n`],
    ["main.tf", `# ${name} = "0"\nname = "${name}"\n`],
    ["netlify.toml", `# ${name} = "0"\nA = "${name}"\n`],
    ["netlify.toml", `description = """\n${name} = "0"\n${name}=0 node a.js\n"""\n`],
    ["netlify.toml", `[build.environment]\n${name} = "1"\nNODE_OPTIONS = 1979-05-27T07:32:00Z\n`],
  ])("%s %j is silent", (path, text) => expectSilent(path, text));
});

describe("TOML that cannot be read", () => {
  it.each([
    ["no TOML", `[build\n${name} = "0"\n`, /^netlify\.toml:\d+:\d+ \w/],
    ["a text of hundreds of thousands of letters", `${name} = "0"\na = "${"b".repeat(300_000)}"\n`, /too long/],
  ])("names its fault: %s", (_, text, message) => {
    expect(() => summaries("netlify.toml", text)).toThrow(message);
  });
});

describe("JSON of tools", () => {
  it("an editor's environment, comments kept", () =>
    expectMended(
      ".vscode/launch.json",
      `{
  // how to start
  "configurations": [{ "type": "node", "env": { "${name}": "0", "A": "1" } }],
}
`,
      `{
  // how to start
  "configurations": [{ "type": "node", "env": { "A": "1" } }],
}
`,
      [`${likely}: "${name}": "0"`],
    ));

  it("flags for Node", () =>
    expectMended(
      ".vscode/launch.json",
      '{ "configurations": [{ "runtimeArgs": ["--inspect", "--tls-min-v1.0"] }] }\n',
      '{ "configurations": [{ "runtimeArgs": ["--inspect"] }] }\n',
      [`${flag} likely: "--tls-min-v1.0"`],
    ));

  it("a container's list of variables", () =>
    expectMended(
      "ecs/task-definition.json",
      `{ "environment": [{ "name": "A", "value": "1" }, { "name": "${name}", "value": "0" }] }\n`,
      '{ "environment": [{ "name": "A", "value": "1" }] }\n',
      [`${optOut}: { "name": "${name}", "value": "0" }`],
    ));

  it("a command", () =>
    expectMended(
      ".devcontainer/devcontainer.json",
      '{ "postCreateCommand": "node --tls-min-v1.0 a.js" }\n',
      '{ "postCreateCommand": "node a.js" }\n',
      [`${flag}: --tls-min-v1.0`],
    ));

  it("text that is none is named with line and column", () =>
    expect(() => readOtherFile("nodemon.json", `{ "env": { "${name}": "0" \n`, resolveSettings({}))).toThrow(
      /^nodemon\.json:2:1 /,
    ));
});
