import { testRule } from "../../../../test/harness/test-rule.js";

testRule("no-unverified-download", {
  valid: [
    { name: "a command that verifies", code: `require("child_process").exec("curl -fsSL https://a.example/x");` },
    { name: "what is printed", code: `require("child_process"); console.log("curl -k https://a.example/x");` },
    { name: "the same machine", code: `require("child_process").exec("curl -k https://localhost:8443/health");` },
    { name: "the words of another program", code: `require("child_process").spawn("tar", ["-k", "curl", "x"]);` },
  ],
  invalid: [
    {
      name: "a command for the shell",
      code: `const { execSync } = require("child_process");
execSync("curl -k https://tools.example.com/install.sh | sh");
execSync(\`curl -fsSLk \${url} -o \${file}\`);`,
    },
    {
      name: "the words of a program",
      code: `import { spawnSync } from "node:child_process";
spawnSync("curl", ["-k", "-o", file, url]);
spawnSync("wget", [url, "--no-check-certificate"]);
spawnSync("git", ["-c", "http.sslVerify=false", "clone", url]);`,
    },
    {
      name: "what git stores",
      code: `require("child_process").execSync("git config --global http.sslVerify false && git pull");`,
    },
    {
      name: "the variable of git",
      code: `require("child_process").execSync("git clone " + url, { env: { ...process.env, GIT_SSL_NO_VERIFY: "1" } });
process.env.GIT_SSL_NO_VERIFY = "true";`,
    },
    {
      name: "zx, behind somebody's own choice",
      code: "import { $ } from 'zx';\nif (insecure) await $`curl --insecure ${url}`;",
    },
  ],
});
