import { execFileSync } from "node:child_process";
import { resolveSettings } from "tls-rules";
import { describe, it } from "vitest";
import { expectMended as expectMendedText, expectSilent } from "./mended.js";

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
      'NODE_TLS_REJECT_UNAUTHORIZED="0" \\\n  node x\n',
      "node x\n",
      `${optOut}: NODE_TLS_REJECT_UNAUTHORIZED="0"`,
    ],
    [
      "exported, on its own line",
      "#!/bin/sh\nset -e\nexport NODE_TLS_REJECT_UNAUTHORIZED=0\nnode x\n",
      "#!/bin/sh\nset -e\nnode x\n",
      `${optOut}: NODE_TLS_REJECT_UNAUTHORIZED=0`,
    ],
    [
      "exported on the first line",
      "export NODE_TLS_REJECT_UNAUTHORIZED=0\nnode x\n",
      "node x\n",
      `${optOut}: NODE_TLS_REJECT_UNAUTHORIZED=0`,
    ],
    [
      "exported beside another",
      "export A=1 NODE_TLS_REJECT_UNAUTHORIZED=0\nnode x\n",
      "export A=1\nnode x\n",
      `${optOut}: NODE_TLS_REJECT_UNAUTHORIZED=0`,
    ],
    [
      "with a comment behind it",
      "a\n  export NODE_TLS_REJECT_UNAUTHORIZED=0 # proxy\nb\n",
      "a\n  # proxy\nb\n",
      `${optOut}: NODE_TLS_REJECT_UNAUTHORIZED=0`,
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
      "cd app; export NODE_TLS_REJECT_UNAUTHORIZED=0\nnode x\n",
      "cd app\nnode x\n",
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
      "start() {\n  export NODE_TLS_REJECT_UNAUTHORIZED=0\n  node x\n}\n",
      "start() {\n  node x\n}\n",
      `${optOut}: NODE_TLS_REJECT_UNAUTHORIZED=0`,
    ],
    [
      "for the steps that follow",
      'a\necho "NODE_TLS_REJECT_UNAUTHORIZED=0" >> "$GITHUB_ENV"\nb\n',
      "a\nb\n",
      `${optOut}: "NODE_TLS_REJECT_UNAUTHORIZED=0"`,
    ],
    [
      "alone in a body that must not be empty",
      "if [ -f x ]; then\n  export NODE_TLS_REJECT_UNAUTHORIZED=0\nfi\n",
      "if [ -f x ]; then\n  export NODE_TLS_REJECT_UNAUTHORIZED=1\nfi\n",
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
      "a &&\n  export NODE_TLS_REJECT_UNAUTHORIZED=0\nb\n",
      "a\nb\n",
      `${optOut}: NODE_TLS_REJECT_UNAUTHORIZED=0`,
    ],
    [
      "in a file without a last line break",
      "node x\nexport NODE_TLS_REJECT_UNAUTHORIZED=0",
      "node x",
      `${optOut}: NODE_TLS_REJECT_UNAUTHORIZED=0`,
    ],
    [
      "after a here-document",
      "cat <<EOF\nit's\nEOF\nNODE_TLS_REJECT_UNAUTHORIZED=0 node x\n",
      "cat <<EOF\nit's\nEOF\nnode x\n",
      `${optOut}: NODE_TLS_REJECT_UNAUTHORIZED=0`,
    ],
    [
      "in a case",
      "case $1 in\n  a|b) NODE_TLS_REJECT_UNAUTHORIZED=0 node x ;;\n  *) node x\nesac\nnode y\n",
      "case $1 in\n  a|b) node x ;;\n  *) node x\nesac\nnode y\n",
      `${optOut}: NODE_TLS_REJECT_UNAUTHORIZED=0`,
    ],
  ])("%s", (_name, before, after, found) => expectMended(path, before, after, [found]));

  it("a word that changes nothing", () =>
    expectMended(path, "A=1 NODE_TLS_REJECT_UNAUTHORIZED=false node x\n", "A=1 node x\n", [
      "no-process-wide-verification-opt-out/inert warning ask: NODE_TLS_REJECT_UNAUTHORIZED=false",
    ]));

  it("an assignment that may never be exported is likely", () =>
    expectMended(path, "NODE_TLS_REJECT_UNAUTHORIZED=0\nnode x\n", "node x\n", [
      `${optOut} likely: NODE_TLS_REJECT_UNAUTHORIZED=0`,
    ]));

  it.each([
    ["a branch", 'if [ "$INSECURE" = 1 ]; then\n  export NODE_TLS_REJECT_UNAUTHORIZED=0\nfi\n'],
    [
      "a branch for everything but production",
      'if [ "$NODE_ENV" != production ]; then\n  export NODE_TLS_REJECT_UNAUTHORIZED=0\nfi\n',
    ],
    [
      "the other branch",
      'if [ "$NODE_ENV" = production ]; then\n  a\nelse\n  export NODE_TLS_REJECT_UNAUTHORIZED=0\nfi\n',
    ],
    ["a test in front", '[ -n "$SKIP_VERIFY" ] && export NODE_TLS_REJECT_UNAUTHORIZED=0\n'],
    ["a pattern", "case $ENVIRONMENT in\n  development) export NODE_TLS_REJECT_UNAUTHORIZED=0 ;;\nesac\n"],
  ])("%s that is the user's own choice is left alone", (_name, text) =>
    expectMended(path, text, text, [
      "no-process-wide-verification-opt-out/optOut warning manual: NODE_TLS_REJECT_UNAUTHORIZED=0",
    ]),
  );

  it.each([
    [
      "a production branch",
      'if [ "$NODE_ENV" = production ]; then\n  a\n  export NODE_TLS_REJECT_UNAUTHORIZED=0\nfi\n',
      'if [ "$NODE_ENV" = production ]; then\n  a\nfi\n',
    ],
    [
      "a loop after a choice",
      'if [ "$DEBUG" = 1 ]; then a; fi\nfor i in 1 2; do\n  NODE_TLS_REJECT_UNAUTHORIZED=0 node x\ndone\n',
      'if [ "$DEBUG" = 1 ]; then a; fi\nfor i in 1 2; do\n  node x\ndone\n',
    ],
    [
      "the other branch of an outer condition",
      'if [ -f x ]; then\n  if [ "$DEBUG" = 1 ]; then a; fi\nelse\n  NODE_TLS_REJECT_UNAUTHORIZED=0 node x\nfi\n',
      'if [ -f x ]; then\n  if [ "$DEBUG" = 1 ]; then a; fi\nelse\n  node x\nfi\n',
    ],
  ])("%s is no choice", (_name, before, after) =>
    expectMended(path, before, after, [`${optOut}: NODE_TLS_REJECT_UNAUTHORIZED=0`]),
  );

  it.each([
    ["the default spelt out", "export NODE_TLS_REJECT_UNAUTHORIZED=1\n"],
    ["taking it away", "unset NODE_TLS_REJECT_UNAUTHORIZED\nNODE_TLS_REJECT_UNAUTHORIZED= node x\n"],
    ["a comment", "# export NODE_TLS_REJECT_UNAUTHORIZED=0\nnode x # NODE_TLS_REJECT_UNAUTHORIZED=0\n"],
    ["a comment behind a continued line", "a \\\n# NODE_TLS_REJECT_UNAUTHORIZED=0\n"],
    ["printing it", 'echo "NODE_TLS_REJECT_UNAUTHORIZED=0"\nprintf "NODE_TLS_REJECT_UNAUTHORIZED=0"\n'],
    ["printing it into another file", "echo NODE_TLS_REJECT_UNAUTHORIZED=0 > notes\n"],
    ["searching for it", 'grep -r "NODE_TLS_REJECT_UNAUTHORIZED=0" .\n'],
    ["comparing it", '[ "$NODE_TLS_REJECT_UNAUTHORIZED" = 0 ] && exit 1\n'],
    ["a message that speaks of it", 'git commit -m "drop NODE_TLS_REJECT_UNAUTHORIZED=0"\n'],
    [
      "what the shell fills in",
      'export NODE_TLS_REJECT_UNAUTHORIZED=$LEVEL\nNODE_TLS_REJECT_UNAUTHORIZED="${LEVEL:-1}" node x\n',
    ],
    ["a here-document", "cat > notes <<'EOF'\nexport NODE_TLS_REJECT_UNAUTHORIZED=0\nEOF\n"],
    ["a quote that is never closed", "NODE_OPTIONS='a\nNODE_TLS_REJECT_UNAUTHORIZED=0 node x\n"],
    ["a quote behind a dollar", 'grep -q "a$" x\necho "NODE_TLS_REJECT_UNAUTHORIZED=0 node x"\n'],
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
      'export NODE_OPTIONS="--max-old-space-size=4096 --tls-min-v1.0"\nnode x\n',
      'export NODE_OPTIONS="--max-old-space-size=4096"\nnode x\n',
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
      'export NODE_OPTIONS="$NODE_OPTIONS --openssl-legacy-provider"\nnode x\n',
      'export NODE_OPTIONS="$NODE_OPTIONS"\nnode x\n',
      `${flag}/legacyProvider warning ask: --openssl-legacy-provider`,
    ],
  ])("%s", (_name, before, after, found) => expectMended(path, before, after, [found]));

  it("a cipher list becomes the policy's", () => {
    const { ciphers } = resolveSettings().policy;
    expectMended(path, "node --tls-cipher-list='RC4-SHA:AES128-SHA' x\n", `node --tls-cipher-list='${ciphers}' x\n`, [
      `${flag}/prohibited error upgrade: --tls-cipher-list='RC4-SHA:AES128-SHA'`,
    ]);
    expectMended(path, 'node --tls-cipher-list "AES128-SHA" x\n', `node --tls-cipher-list "${ciphers}" x\n`, [
      `${flag}/prohibited error upgrade: --tls-cipher-list "AES128-SHA"`,
    ]);
  });

  it("a level on top of strong suites goes by itself", () =>
    expectMended(
      path,
      "node --tls-cipher-list=ECDHE+AESGCM:@SECLEVEL=0 x\n",
      "node --tls-cipher-list=ECDHE+AESGCM x\n",
      [`${flag}/lowLevel error upgrade: --tls-cipher-list=ECDHE+AESGCM:@SECLEVEL=0`],
    ));

  it("a level on top of weak suites is a finding of its own", () => {
    const { ciphers } = resolveSettings().policy;
    const written = "--tls-cipher-list=DEFAULT@SECLEVEL=0";
    expectMended(path, `node ${written} x\n`, `node --tls-cipher-list=${ciphers} x\n`, [
      `${flag}/prohibited error upgrade: ${written}`,
      `${flag}/lowLevel error upgrade: ${written}`,
    ]);
  });

  it("a list that selects nothing breaks every connection", () => {
    const { ciphers } = resolveSettings().policy;
    expectMended(path, "node --tls-cipher-list=NOTHING x\n", `node --tls-cipher-list=${ciphers} x\n`, [
      `${flag}/invalid error fix: --tls-cipher-list=NOTHING`,
    ]);
  });

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
    ["curl's own flags", "curl --tls-max 1.2 --tlsv1.0 -k https://x\n"],
    ["other options", 'NODE_OPTIONS="--max-old-space-size=4096" node x\n'],
  ])("%s is silent", (_name, text) => expectSilent(path, text));
});

describe("npm in shell scripts", () => {
  const disabled = "no-disabled-registry-verification/disabled error ask";
  it.each([
    ["stored", "a\nnpm config set strict-ssl false\nnpm ci\n", "a\nnpm ci\n", `${disabled}: strict-ssl false`],
    ["stored with =", "a\nnpm set strict-ssl=false && npm ci\n", "a\nnpm ci\n", `${disabled}: strict-ssl=false`],
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
    ["reading it", "npm config get strict-ssl\nnpm config delete strict-ssl\n"],
    ["an option that is on", "npm install --strict-ssl pg\nnpm ci --strict-ssl=true\n"],
    ["another program's option", "tool --strict-ssl=false\n"],
    ["a value that is filled in", "npm config set strict-ssl $STRICT\n"],
  ])("%s is silent", (_name, text) => expectSilent(path, text));
});
