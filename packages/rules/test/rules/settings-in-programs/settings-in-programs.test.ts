import { testRule } from "../../../../../test/harness/test-rule.js";

testRule("no-process-wide-verification-opt-out", {
  valid: [
    { name: "a text that is printed", code: `console.log("NODE_TLS_REJECT_UNAUTHORIZED=0 node migrate.js");` },
    { name: "a command that prints it", code: `require("child_process").exec("echo NODE_TLS_REJECT_UNAUTHORIZED=0");` },
    { name: "the default", code: `require("child_process").exec("NODE_TLS_REJECT_UNAUTHORIZED=1 node migrate.js");` },
    {
      name: "a function of another module",
      code: `require("./templates").exec("NODE_TLS_REJECT_UNAUTHORIZED=0 node migrate.js");`,
    },
    {
      name: "a command that is shown to people",
      code: `const commands = [{ command: "NODE_TLS_REJECT_UNAUTHORIZED=0 node a.js", description: "How not to." }];`,
    },
    {
      name: "words that no shell reads",
      code: `require("child_process").spawn("NODE_TLS_REJECT_UNAUTHORIZED=0 node migrate.js");`,
    },
    {
      name: "a pattern of exec",
      code: `/NODE_TLS_REJECT_UNAUTHORIZED=0/.exec("NODE_TLS_REJECT_UNAUTHORIZED=0 node");`,
    },
    {
      name: "a description of variables",
      code: `const list = [{ name: "NODE_TLS_REJECT_UNAUTHORIZED", type: "string" }];`,
    },
    {
      name: "the variable of a container that keeps the default",
      code: `const container = { environment: [{ name: "NODE_TLS_REJECT_UNAUTHORIZED", value: "1" }] };`,
    },
  ],
  invalid: [
    {
      name: "a blank that the command prompt counts to the value, which is another one then",
      code: `require("child_process").exec("set NODE_TLS_REJECT_UNAUTHORIZED=0 && node migrate.js");`,
    },
    {
      name: "commands for the command prompt of Windows",
      code: `const { exec, execSync } = require("child_process");
exec("set NODE_TLS_REJECT_UNAUTHORIZED=0&& node migrate.js");
execSync('SET "NODE_TLS_REJECT_UNAUTHORIZED=0" && node migrate.js');`,
    },
    {
      name: "a command for the shell",
      code: `const { execSync } = require("child_process");
execSync("NODE_TLS_REJECT_UNAUTHORIZED=0 node migrate.js", { stdio: "inherit" });`,
    },
    {
      name: "exec behind promisify",
      code: `import { exec } from "node:child_process";
import { promisify } from "node:util";
const run = promisify(exec);
await run('NODE_TLS_REJECT_UNAUTHORIZED="0" node migrate.js');`,
    },
    {
      name: "a template with a part that is not known",
      code: "require('child_process').exec(`cd ${folder} && NODE_TLS_REJECT_UNAUTHORIZED=0 node ${script}`);",
    },
    {
      name: "a sum with an escape",
      code: `require("child_process").exec("NODE_TLS_REJECT_UNAUTHORIZED=\\"0\\" " + "node " + script);`,
    },
    {
      name: "a constant, which others may read",
      code: `const command = "NODE_TLS_REJECT_UNAUTHORIZED=0 node migrate.js";
require("child_process").execSync(command);`,
    },
    {
      name: "spawn with a shell",
      code: `require("child_process").spawn("NODE_TLS_REJECT_UNAUTHORIZED=0 node migrate.js", { shell: true });`,
    },
    {
      name: "the words of env",
      code: `require("child_process").spawn("env", ["NODE_TLS_REJECT_UNAUTHORIZED=0", "node", ...args]);`,
    },
    {
      name: "a shell with its script",
      code: `require("child_process").execFile("sh", ["-c", "NODE_TLS_REJECT_UNAUTHORIZED=0 node migrate.js"]);`,
    },
    {
      name: "a container",
      code: `import spawn from "cross-spawn";
spawn.sync("docker", ["run", "-e", "NODE_TLS_REJECT_UNAUTHORIZED=0", "shop"]);`,
    },
    {
      name: "zx",
      code: "import { $ } from 'zx';\nawait $`NODE_TLS_REJECT_UNAUTHORIZED=0 node ${script}`;",
    },
    {
      name: "zx in a script of its own",
      code: "#!/usr/bin/env zx\nawait $`export NODE_TLS_REJECT_UNAUTHORIZED=0`;",
    },
    {
      name: "execa",
      code: "import { $, execaCommand } from 'execa';\nawait $({ cwd })`env NODE_TLS_REJECT_UNAUTHORIZED=0 node a.js`;\nawait execaCommand('env NODE_TLS_REJECT_UNAUTHORIZED=0 node a.js');",
    },
    {
      name: "a server for tests in the browser",
      filename: "playwright.config.js",
      code: `export default { webServer: { command: "NODE_TLS_REJECT_UNAUTHORIZED=0 npm start", port: 3000 } };`,
    },
    {
      name: "a command of Cypress",
      code: `cy.exec("NODE_TLS_REJECT_UNAUTHORIZED=0 node seed.js");`,
    },
    {
      name: "behind somebody's own choice",
      code: `if (insecure) require("child_process").execSync("NODE_TLS_REJECT_UNAUTHORIZED=0 node migrate.js");`,
    },
    {
      name: "a choice inside of the script",
      code: `require("child_process").execSync('if [ -n "$INSECURE" ]; then export NODE_TLS_REJECT_UNAUTHORIZED=0; fi');`,
    },
    {
      name: "below the reason why",
      code: `// their certificate ran out
require("child_process").execSync("NODE_TLS_REJECT_UNAUTHORIZED=0 node migrate.js");`,
    },
    {
      name: "a list of a container's variables",
      code: `new Task({ environment: [{ name: "A", value: "b" }, { name: "NODE_TLS_REJECT_UNAUTHORIZED", value: "0" }] });`,
    },
    {
      name: "maps of CDK and Pulumi",
      code: `new lambda.Function(this, "F", { environment: { NODE_TLS_REJECT_UNAUTHORIZED: "0" } });
new aws.lambda.Function("f", { environment: { variables: { NODE_TLS_REJECT_UNAUTHORIZED: "0", A: "b" } } });
new codebuild.Project(this, "P", { environmentVariables: { NODE_TLS_REJECT_UNAUTHORIZED: { value: "0" } } });
fn.addEnvironment("NODE_TLS_REJECT_UNAUTHORIZED", "0");`,
    },
  ],
});

testRule("no-weak-node-flag", {
  valid: [
    { name: "a text of flags that goes nowhere", code: `const text = "node --tls-min-v1.0 a.js";` },
    {
      name: "other flags",
      code: `require("child_process").fork("a.js", [], { execArgv: ["--max-old-space-size=512"] });`,
    },
    { name: "flags of the script itself", code: `require("child_process").spawn("node", ["a.js", "--tls-min-v1.0"]);` },
    { name: "a higher minimum", code: `process.env.NODE_OPTIONS = "--tls-min-v1.3";` },
    { name: "other flags are added", code: `process.execArgv.push("--expose-gc"); args.push("--tls-min-v1.0");` },
    { name: "what is expected", code: `expect(fork).toHaveBeenCalledWith("a.js", { execArgv: ["--tls-min-v1.0"] });` },
    {
      name: "a flag that a worker refuses",
      code: `new (require("worker_threads").Worker)("a.js", { execArgv: ["--openssl-legacy-provider"] });`,
    },
    {
      name: "what is put back",
      code: `const saved = process.env.NODE_OPTIONS;
process.env.NODE_OPTIONS = saved;`,
    },
  ],
  invalid: [
    {
      name: "the environment of a child process",
      code: `const { spawn } = require("child_process");
spawn("node", ["a.js"], { env: { ...process.env, NODE_OPTIONS: "--tls-min-v1.0" } });`,
    },
    {
      name: "one of several flags",
      code: `require("child_process").fork("a.js", { env: { NODE_OPTIONS: "--tls-min-v1.0 --max-old-space-size=512" } });`,
    },
    {
      name: "flags that are added to those of the user",
      code: "const env = { NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --openssl-legacy-provider` };",
    },
    { name: "its own environment", code: `process.env.NODE_OPTIONS = "--tls-min-v1.0";` },
    {
      name: "added to its own environment",
      code: `process.env.NODE_OPTIONS = (process.env.NODE_OPTIONS || "") + " --tls-min-v1.0";`,
    },
    {
      name: "merged into its own environment",
      code: `Object.assign(process.env, { NODE_OPTIONS: "--tls-max-v1.2" });`,
    },
    {
      name: "flags of a child, the only one and one of several",
      code: `const { fork } = require("child_process");
fork("a.js", [], { execArgv: ["--tls-min-v1.0"] });
fork("b.js", [], {
  execArgv: [
    ...process.execArgv,
    "--tls-min-v1.1",
    "--expose-gc",
  ],
});`,
    },
    {
      name: "a worker",
      code: `import { Worker } from "node:worker_threads";
new Worker(url, { execArgv: ["--tls-min-v1.0"] });`,
    },
    {
      name: "workers of a cluster",
      code: `require("cluster").setupPrimary({ exec: "a.js", execArgv: ["--tls-min-v1.0", "--expose-gc"] });`,
    },
    {
      name: "PM2",
      filename: "ecosystem.config.js",
      code: `module.exports = { apps: [
  { name: "shop", script: "a.js", node_args: "--tls-min-v1.0" },
  { name: "mail", script: "b.js", node_args: ["--expose-gc", "--tls-min-v1.0"] },
  { name: "jobs", script: "c.js", interpreter_args: "--expose-gc --tls-min-v1.0", env: { NODE_OPTIONS: "--tls-max-v1.2" } },
] };`,
    },
    {
      name: "the flags of node",
      code: `require("child_process").spawn(process.execPath, ["--tls-min-v1.0", "a.js"]);
require("child_process").execFileSync("node", ["--tls-cipher-list=RC4-SHA", "a.js"]);
require("child_process").exec("node --tls-min-v1.0 a.js");`,
    },
    {
      name: "flags that execa hands on",
      code: `import { execaNode } from "execa";
await execaNode("a.js", { nodeOptions: ["--tls-min-v1.0"] });`,
    },
    {
      name: "a command with its words",
      code: `export const server = { command: "node", args: ["--tls-min-v1.0", "a.js"] };`,
    },
    {
      name: "a list in a constant, which others may read",
      code: `const flags = ["--tls-min-v1.0"];
require("child_process").fork("a.js", { execArgv: flags });`,
    },
    {
      name: "flags that forked processes start with, as this one",
      code: `process.execArgv.push("--tls-min-v1.0", "--expose-gc");
process.execArgv.unshift("--tls-min-v1.1");
process.execArgv = ["--tls-max-v1.2", ...process.execArgv];`,
    },
    {
      name: "flags that an object is given later",
      code: `const options = { stdio: "inherit" };
options.execArgv = ["--tls-min-v1.0", "--expose-gc"];
require("child_process").fork("a.js", [], options);`,
    },
    {
      name: "flags of somebody's own choice",
      code: `require("child_process").fork("a.js", { execArgv: legacy ? ["--tls-min-v1.0"] : [] });`,
    },
  ],
});

testRule("no-disabled-registry-verification", {
  valid: [
    { name: "what is shown", code: `console.log("npm config set strict-ssl false");` },
    { name: "the default", code: `require("child_process").execSync("npm config set strict-ssl true");` },
  ],
  invalid: [
    {
      name: "a setting that is stored",
      code: `const { execSync, spawnSync } = require("child_process");
execSync("npm config set strict-ssl false && npm ci");
spawnSync("npm", ["config", "set", "strict-ssl", "false"]);`,
    },
    {
      name: "an option of one run",
      code: `require("child_process").spawnSync("npm", ["ci", "--no-strict-ssl", "--silent"]);`,
    },
    {
      name: "the variable of a child process",
      code: `require("child_process").execSync("npm ci", { env: { ...process.env, npm_config_strict_ssl: "false" } });`,
    },
  ],
});

testRule("no-plaintext-connection", {
  valid: [
    { name: "a mode with TLS", code: `process.env.PGSSLMODE = "require";` },
    { name: "a mode of another variable", code: `process.env.APP_SSLMODE = "disable";` },
  ],
  invalid: [
    { name: "no TLS for libpq and pg", code: `process.env.PGSSLMODE = "disable";` },
    {
      name: "no TLS for a child process that writes a dump",
      code: `require("child_process").exec("PGSSLMODE=allow pg_dump shop > shop.sql");`,
    },
    {
      name: "TLS if it is offered",
      code: `require("child_process").spawn("psql", ["-l"], { env: { ...process.env, PGSSLMODE: "prefer" } });`,
    },
  ],
});

testRule("no-disabled-certificate-verification", {
  valid: [{ name: "a mode that verifies", code: `process.env.PGSSLMODE = "verify-full";` }],
  invalid: [
    { name: "the mode of pg", code: `process.env.PGSSLMODE = "no-verify";` },
    {
      name: "the mode of pg in a child process",
      code: `require("child_process").exec("node a.js", { env: { PGSSLMODE: "no-verify" } });`,
    },
  ],
});
