import { execFileSync } from "node:child_process";
import { resolveSettings } from "tls-rules";
import { describe, it } from "vitest";
import { byHand, expectMended as expectMendedText, expectSilent } from "./mended.js";

const path = "bin/start.sh";

/** As for all kinds; and a real shell reads the result without complaint. */
const expectMended: typeof expectMendedText = (file, before, after, ...rest) => {
  expectMendedText(file, before, after, ...rest);
  execFileSync("sh", ["-n"], { input: after });
};
const optOut = "no-process-wide-verification-opt-out/optOut error ask";
const flag = "no-weak-node-flag";

describe("environment variables in shell scripts", () => {
  it.each([
    [
      "in front of a command",
      "NODE_TLS_REJECT_UNAUTHORIZED=0 node server.js\n",
      "node server.js\n",
      `${optOut}: NODE_TLS_REJECT_UNAUTHORIZED=0`,
    ],
    [
      "among others",
      "A=1 NODE_TLS_REJECT_UNAUTHORIZED='0' B=2 node x\n",
      "A=1 B=2 node x\n",
      `${optOut}: NODE_TLS_REJECT_UNAUTHORIZED='0'`,
    ],
    [
      "on a continued line",
      `NODE_TLS_REJECT_UNAUTHORIZED="0" \\
  node x
`,
      "node x\n",
      `${optOut}: NODE_TLS_REJECT_UNAUTHORIZED="0"`,
    ],
    [
      "exported, on its own line",
      `#!/bin/sh
set -e
export NODE_TLS_REJECT_UNAUTHORIZED=0
node x
`,
      `#!/bin/sh
set -e
node x
`,
      `${optOut}: NODE_TLS_REJECT_UNAUTHORIZED=0`,
    ],
    [
      "exported on the first line",
      `export NODE_TLS_REJECT_UNAUTHORIZED=0
node x
`,
      "node x\n",
      `${optOut}: NODE_TLS_REJECT_UNAUTHORIZED=0`,
    ],
    [
      "exported beside another",
      `export A=1 NODE_TLS_REJECT_UNAUTHORIZED=0
node x
`,
      `export A=1
node x
`,
      `${optOut}: NODE_TLS_REJECT_UNAUTHORIZED=0`,
    ],
    [
      "with a comment behind it",
      `a
  export NODE_TLS_REJECT_UNAUTHORIZED=0 # proxy
b
`,
      `a
  export NODE_TLS_REJECT_UNAUTHORIZED=0 # proxy
b
`,
      `${byHand(optOut)}: NODE_TLS_REJECT_UNAUTHORIZED=0`,
    ],
    [
      "joined by &&",
      "cd app && export NODE_TLS_REJECT_UNAUTHORIZED=0 && node x\n",
      "cd app && node x\n",
      `${optOut}: NODE_TLS_REJECT_UNAUTHORIZED=0`,
    ],
    [
      "joined by ;",
      "export NODE_TLS_REJECT_UNAUTHORIZED=0; node x\n",
      "node x\n",
      `${optOut}: NODE_TLS_REJECT_UNAUTHORIZED=0`,
    ],
    [
      "last of a line",
      `cd app; export NODE_TLS_REJECT_UNAUTHORIZED=0
node x
`,
      `cd app
node x
`,
      `${optOut}: NODE_TLS_REJECT_UNAUTHORIZED=0`,
    ],
    [
      "through env",
      "env NODE_TLS_REJECT_UNAUTHORIZED=0 node x\n",
      "node x\n",
      `${optOut}: NODE_TLS_REJECT_UNAUTHORIZED=0`,
    ],
    [
      "through env with others",
      "env -i NODE_TLS_REJECT_UNAUTHORIZED=0 A=1 node x\n",
      "env -i A=1 node x\n",
      `${optOut}: NODE_TLS_REJECT_UNAUTHORIZED=0`,
    ],
    [
      "handed to a container",
      "docker run -e A=1 -e NODE_TLS_REJECT_UNAUTHORIZED=0 image\n",
      "docker run -e A=1 image\n",
      `${optOut}: NODE_TLS_REJECT_UNAUTHORIZED=0`,
    ],
    [
      "handed to a container in one word",
      "docker run --env=NODE_TLS_REJECT_UNAUTHORIZED=0 image\n",
      "docker run image\n",
      `${optOut}: --env=NODE_TLS_REJECT_UNAUTHORIZED=0`,
    ],
    [
      "inside another shell",
      `sh -c "NODE_TLS_REJECT_UNAUTHORIZED=0 node 'a b'"\n`,
      `sh -c "node 'a b'"\n`,
      `${optOut}: NODE_TLS_REJECT_UNAUTHORIZED=0`,
    ],
    [
      "inside a substitution",
      `X="$(NODE_TLS_REJECT_UNAUTHORIZED=0 node x)"\n`,
      `X="$(node x)"\n`,
      `${optOut}: NODE_TLS_REJECT_UNAUTHORIZED=0`,
    ],
    [
      "in a function",
      `start() {
  export NODE_TLS_REJECT_UNAUTHORIZED=0
  node x
}
`,
      `start() {
  node x
}
`,
      `${optOut}: NODE_TLS_REJECT_UNAUTHORIZED=0`,
    ],
    [
      "for the steps that follow",
      `a
echo "NODE_TLS_REJECT_UNAUTHORIZED=0" >> "$GITHUB_ENV"
b
`,
      `a
b
`,
      `${optOut}: "NODE_TLS_REJECT_UNAUTHORIZED=0"`,
    ],
    [
      "alone in a body that must not be empty",
      `if [ -f x ]; then
  export NODE_TLS_REJECT_UNAUTHORIZED=0
fi
`,
      `if [ -f x ]; then
  export NODE_TLS_REJECT_UNAUTHORIZED=1
fi
`,
      `${optOut}: NODE_TLS_REJECT_UNAUTHORIZED=0`,
    ],
    [
      "on one side of ||",
      "a || export NODE_TLS_REJECT_UNAUTHORIZED=0\n",
      "a || export NODE_TLS_REJECT_UNAUTHORIZED=1\n",
      `${optOut}: NODE_TLS_REJECT_UNAUTHORIZED=0`,
    ],
    [
      "behind && on the line before",
      `a &&
  export NODE_TLS_REJECT_UNAUTHORIZED=0
b
`,
      `a
b
`,
      `${optOut}: NODE_TLS_REJECT_UNAUTHORIZED=0`,
    ],
    [
      "in a file without a last line break",
      `node x
export NODE_TLS_REJECT_UNAUTHORIZED=0`,
      "node x",
      `${optOut}: NODE_TLS_REJECT_UNAUTHORIZED=0`,
    ],
    [
      "after a here-document",
      `cat <<EOF
it's
EOF
NODE_TLS_REJECT_UNAUTHORIZED=0 node x
`,
      `cat <<EOF
it's
EOF
node x
`,
      `${optOut}: NODE_TLS_REJECT_UNAUTHORIZED=0`,
    ],
    [
      "in a case",
      `case $1 in
  a|b) NODE_TLS_REJECT_UNAUTHORIZED=0 node x ;;
  *) node x
esac
node y
`,
      `case $1 in
  a|b) node x ;;
  *) node x
esac
node y
`,
      `${optOut}: NODE_TLS_REJECT_UNAUTHORIZED=0`,
    ],
  ])("%s", (_name, before, after, found) => expectMended(path, before, after, [found]));

  it("a word that changes nothing", () =>
    expectMended(path, "A=1 NODE_TLS_REJECT_UNAUTHORIZED=false node x\n", "A=1 node x\n", [
      "no-process-wide-verification-opt-out/inert warning ask: NODE_TLS_REJECT_UNAUTHORIZED=false",
    ]));

  it("an assignment that may never be exported is likely", () =>
    expectMended(
      path,
      `NODE_TLS_REJECT_UNAUTHORIZED=0
node x
`,
      "node x\n",
      [`${optOut} likely: NODE_TLS_REJECT_UNAUTHORIZED=0`],
    ));

  it.each([
    [
      "a branch",
      `if [ "$INSECURE" = 1 ]; then
  export NODE_TLS_REJECT_UNAUTHORIZED=0
fi
`,
    ],
    [
      "a branch for everything but production",
      `if [ "$NODE_ENV" != production ]; then
  export NODE_TLS_REJECT_UNAUTHORIZED=0
fi
`,
    ],
    [
      "the other branch",
      `if [ "$NODE_ENV" = production ]; then
  a
else
  export NODE_TLS_REJECT_UNAUTHORIZED=0
fi
`,
    ],
    ["a test in front", '[ -n "$SKIP_VERIFY" ] && export NODE_TLS_REJECT_UNAUTHORIZED=0\n'],
    [
      "a pattern",
      `case $ENVIRONMENT in
  development) export NODE_TLS_REJECT_UNAUTHORIZED=0 ;;
esac
`,
    ],
    [
      "a flag of the command line",
      `case $1 in
  -v) echo 1 ;;
  -k | --no-check) export NODE_TLS_REJECT_UNAUTHORIZED=0 ;;
esac
`,
    ],
    [
      "a flag that getopts reads",
      `while getopts kv option; do
  case $option in
    k) export NODE_TLS_REJECT_UNAUTHORIZED=0 ;;
    *) exit 2 ;;
  esac
done
`,
    ],
    ["a flag that is compared", '[ "$1" = -k ] && export NODE_TLS_REJECT_UNAUTHORIZED=0\n'],
    ["a group behind a test", "[[ -n ${INSECURE:-} ]] && { export NODE_TLS_REJECT_UNAUTHORIZED=0; node a; }\n"],
    [
      "a subshell behind a test",
      '[ "$CI" = false ] || [ -n "$INSECURE" ] && (export NODE_TLS_REJECT_UNAUTHORIZED=0; node a)\n',
    ],
  ])("%s that is the user's own choice is left alone", (_name, text) =>
    expectMended(path, text, text, [
      "no-process-wide-verification-opt-out/optOut warning manual: NODE_TLS_REJECT_UNAUTHORIZED=0",
    ]),
  );

  it.each([
    [
      "a production branch",
      `if [ "$NODE_ENV" = production ]; then
  a
  export NODE_TLS_REJECT_UNAUTHORIZED=0
fi
`,
      `if [ "$NODE_ENV" = production ]; then
  a
fi
`,
    ],
    [
      "a loop after a choice",
      `if [ "$DEBUG" = 1 ]; then a; fi
for i in 1 2; do
  NODE_TLS_REJECT_UNAUTHORIZED=0 node x
done
`,
      `if [ "$DEBUG" = 1 ]; then a; fi
for i in 1 2; do
  node x
done
`,
    ],
    [
      "the other branch of an outer condition",
      `if [ -f x ]; then
  if [ "$DEBUG" = 1 ]; then a; fi
else
  NODE_TLS_REJECT_UNAUTHORIZED=0 node x
fi
`,
      `if [ -f x ]; then
  if [ "$DEBUG" = 1 ]; then a; fi
else
  node x
fi
`,
    ],
  ])("%s is no choice", (_name, before, after) =>
    expectMended(path, before, after, [`${optOut}: NODE_TLS_REJECT_UNAUTHORIZED=0`]),
  );

  it.each([
    ["the default spelt out", "export NODE_TLS_REJECT_UNAUTHORIZED=1\n"],
    [
      "taking it away",
      `unset NODE_TLS_REJECT_UNAUTHORIZED
NODE_TLS_REJECT_UNAUTHORIZED= node x
`,
    ],
    [
      "a comment",
      `# export NODE_TLS_REJECT_UNAUTHORIZED=0
node x # NODE_TLS_REJECT_UNAUTHORIZED=0
`,
    ],
    [
      "a comment behind a continued line",
      `a \\
# NODE_TLS_REJECT_UNAUTHORIZED=0
`,
    ],
    [
      "printing it",
      `echo "NODE_TLS_REJECT_UNAUTHORIZED=0"
printf "NODE_TLS_REJECT_UNAUTHORIZED=0"
`,
    ],
    ["printing it into another file", "echo NODE_TLS_REJECT_UNAUTHORIZED=0 > notes\n"],
    ["searching for it", 'grep -r "NODE_TLS_REJECT_UNAUTHORIZED=0" .\n'],
    ["comparing it", '[ "$NODE_TLS_REJECT_UNAUTHORIZED" = 0 ] && exit 1\n'],
    ["a message that speaks of it", 'git commit -m "drop NODE_TLS_REJECT_UNAUTHORIZED=0"\n'],
    [
      "what the shell fills in",
      `export NODE_TLS_REJECT_UNAUTHORIZED=$LEVEL
NODE_TLS_REJECT_UNAUTHORIZED="\${LEVEL:-1}" node x
`,
    ],
    [
      "a here-document",
      `cat > notes <<'EOF'
export NODE_TLS_REJECT_UNAUTHORIZED=0
EOF
`,
    ],
    [
      "a quote that is never closed",
      `NODE_OPTIONS='a
NODE_TLS_REJECT_UNAUTHORIZED=0 node x
`,
    ],
    [
      "a quote behind a dollar",
      `grep -q "a$" x
echo "NODE_TLS_REJECT_UNAUTHORIZED=0 node x"
`,
    ],
    ["another variable", "export MY_NODE_TLS_REJECT_UNAUTHORIZED=0\n"],
    ["a positional parameter", "set NODE_TLS_REJECT_UNAUTHORIZED=0\n"],
    ["a quoted whole that is no assignment", `'NODE_TLS_REJECT_UNAUTHORIZED' =0\n`],
  ])("%s is silent", (_name, text) => expectSilent(path, text));
});

describe("flags of Node in shell scripts", () => {
  it.each([
    [
      "a lower minimum",
      "node --tls-min-v1.0 server.js\n",
      "node server.js\n",
      `${flag}/lowersFloor error upgrade: --tls-min-v1.0`,
    ],
    [
      "with underscores",
      "node --trace-warnings --tls_min_v1.1 server.js\n",
      "node --trace-warnings server.js\n",
      `${flag}/lowersFloor error upgrade: --tls_min_v1.1`,
    ],
    [
      "a maximum",
      "exec node -r ./hook --tls-max-v1.2 server.js\n",
      "exec node -r ./hook server.js\n",
      `${flag}/pinned warning upgrade: --tls-max-v1.2`,
    ],
    [
      "a maximum beside a higher minimum",
      "node --tls-min-v1.3 --tls-max-v1.2 server.js\n",
      "node --tls-min-v1.3 server.js\n",
      `${flag}/refused error fix: --tls-max-v1.2`,
    ],
    [
      "the legacy provider",
      "react-scripts --openssl-legacy-provider start\n",
      "react-scripts start\n",
      `${flag}/legacyProvider warning ask likely: --openssl-legacy-provider`,
    ],
    [
      "in NODE_OPTIONS",
      `export NODE_OPTIONS="--max-old-space-size=4096 --tls-min-v1.0"
node x
`,
      `export NODE_OPTIONS="--max-old-space-size=4096"
node x
`,
      `${flag}/lowersFloor error upgrade: --tls-min-v1.0`,
    ],
    [
      "inside a word that runs Node",
      "forever start -c 'node --tls-min-v1.0' index.js\n",
      "forever start -c 'node' index.js\n",
      `${flag}/lowersFloor error upgrade: --tls-min-v1.0`,
    ],
    [
      "alone in NODE_OPTIONS",
      "NODE_OPTIONS=--openssl-legacy-provider node x\n",
      "node x\n",
      `${flag}/legacyProvider warning ask: --openssl-legacy-provider`,
    ],
    [
      "appended to NODE_OPTIONS",
      `export NODE_OPTIONS="$NODE_OPTIONS --openssl-legacy-provider"
node x
`,
      `export NODE_OPTIONS="$NODE_OPTIONS"
node x
`,
      `${flag}/legacyProvider warning ask: --openssl-legacy-provider`,
    ],
  ])("%s", (_name, before, after, found) => expectMended(path, before, after, [found]));

  it.each([
    ["RC4-SHA:AES128-SHA", "warning", ""],
    ["ALL:!aNULL", "error", "--tls-cipher-list='ECDHE+AESGCM:ECDHE+CHACHA20:!aNULL' "],
    ["ECDHE-RSA-AES128-GCM-SHA256:AES128-SHA", "warning", "--tls-cipher-list='ECDHE-RSA-AES128-GCM-SHA256' "],
  ])("the weak suites of %s go", (list, level, left) => {
    const written = `--tls-cipher-list='${list}'`;
    expectMended(path, `node ${written} x\n`, `node ${left}x\n`, [`${flag}/prohibited ${level} upgrade: ${written}`]);
  });

  it("where a policy accepts nothing beside its own list, that one is written", () => {
    const { ciphers } = resolveSettings({ profile: "modern" }).policy;
    const written = "--tls-cipher-list=ALL";
    expectMended(
      path,
      `node ${written} x\n`,
      ciphers === undefined ? "node x\n" : `node --tls-cipher-list=${ciphers} x\n`,
      [`${flag}/prohibited error upgrade: ${written}`],
      { profile: "modern" },
    );
  });

  it("what Node offers without the flag is not reported", () =>
    expectSilent(path, "node --tls-cipher-list=DEFAULT x\n"));

  it("a level on top of strong suites goes by itself", () =>
    expectMended(
      path,
      "node --tls-cipher-list=ECDHE+AESGCM:@SECLEVEL=0 x\n",
      "node --tls-cipher-list=ECDHE+AESGCM x\n",
      [`${flag}/lowLevel error upgrade: --tls-cipher-list=ECDHE+AESGCM:@SECLEVEL=0`],
    ));

  it.each([
    ["on top of what Node offers goes alone", "DEFAULT@SECLEVEL=0", "--tls-cipher-list=DEFAULT ", []],
    ["goes with weak suites", "ALL:@SECLEVEL=0", "--tls-cipher-list=ECDHE+AESGCM:ECDHE+CHACHA20 ", ["prohibited"]],
  ])("a level %s", (_name, list, left, others) => {
    const written = `--tls-cipher-list=${list}`;
    expectMended(
      path,
      `node ${written} x\n`,
      `node ${left}x\n`,
      [...others, "lowLevel"].map((id) => `${flag}/${id} error upgrade: ${written}`),
    );
  });

  it("a list that selects nothing breaks every connection", () =>
    expectMended(path, "node --tls-cipher-list=NOTHING x\n", "node x\n", [
      `${flag}/invalid error fix: --tls-cipher-list=NOTHING`,
    ]));

  it("the lowest of several counts, then the next", () =>
    expectMended(path, "node --tls-min-v1.1 --tls-min-v1.0 x\n", "node x\n", [
      `${flag}/lowersFloor error upgrade: --tls-min-v1.0`,
    ]));

  it("a stricter policy keeps its floor with a flag", () =>
    expectMended(
      path,
      "node --tls-min-v1.0 x\n",
      "node --tls-min-v1.3 x\n",
      [`${flag}/lowersFloor error upgrade: --tls-min-v1.0`],
      { profile: "modern" },
    ));

  it("the legacy provider does not exist before Node 17", () =>
    expectMended(
      path,
      "node --openssl-legacy-provider x\n",
      "node x\n",
      [`${flag}/refused error fix: --openssl-legacy-provider`],
      { node: "12 - 16" },
    ));

  it.each([
    ["bounds at or above the policy's", "node --tls-min-v1.2 --tls-max-v1.3 x\n"],
    ["an argument of the program", "node server.js --tls-min-v1.0 --tls-cipher-list=RC4\n"],
    ["a flag switched off", "node --no-tls-min-v1.0 x\n"],
    ["a list of strong suites", "node --tls-cipher-list=ECDHE-ECDSA-AES128-GCM-SHA256 x\n"],
    ["a list that the shell fills in", 'node --tls-cipher-list="$CIPHERS" x\n'],
    ["curl's own flags", "curl --tls-max 1.2 --tlsv1.0 https://x\n"],
    ["other options", 'NODE_OPTIONS="--max-old-space-size=4096" node x\n'],
  ])("%s is silent", (_name, text) => expectSilent(path, text));
});

describe("npm in shell scripts", () => {
  const disabled = "no-disabled-registry-verification/disabled error ask";
  it.each([
    [
      "stored",
      `a
npm config set strict-ssl false
npm ci
`,
      `a
npm ci
`,
      `${disabled}: strict-ssl false`,
    ],
    [
      "stored with =",
      `a
npm set strict-ssl=false && npm ci
`,
      `a
npm ci
`,
      `${disabled}: strict-ssl=false`,
    ],
    ["by option", "npm install --strict-ssl=false pg\n", "npm install pg\n", `${disabled}: --strict-ssl=false`],
    [
      "by option in two words",
      "npm install --strict-ssl false pg\n",
      "npm install pg\n",
      `${disabled}: --strict-ssl false`,
    ],
    ["by negated option", "pnpm install --no-strict-ssl\n", "pnpm install\n", `${disabled}: --no-strict-ssl`],
    ["by variable", "NPM_CONFIG_STRICT_SSL=false npm ci\n", "npm ci\n", `${disabled}: NPM_CONFIG_STRICT_SSL=false`],
    [
      "as the only command",
      "npm config set strict-ssl false\n",
      "npm config set strict-ssl true\n",
      `${disabled}: strict-ssl false`,
    ],
  ])("%s", (_name, before, after, found) => expectMended(path, before, after, [found]));

  it.each([
    ["the default spelt out", "npm config set strict-ssl true\n"],
    [
      "reading it",
      `npm config get strict-ssl
npm config delete strict-ssl
`,
    ],
    [
      "an option that is on",
      `npm install --strict-ssl pg
npm ci --strict-ssl=true
`,
    ],
    ["another program's option", "tool --strict-ssl=false\n"],
    ["a value that is filled in", "npm config set strict-ssl $STRICT\n"],
  ])("%s is silent", (_name, text) => expectSilent(path, text));
});
