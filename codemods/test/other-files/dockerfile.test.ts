import { describe, it } from "vitest";
import { byHand, expectMended, expectSilent } from "./mended.js";

const optOut = "no-process-wide-verification-opt-out/optOut error ask";
const disabled = "no-disabled-registry-verification/disabled error ask";
const flag = "no-weak-node-flag";

const file = (lines: string) => `FROM node:20\n${lines}\nUSER node\n`;

describe("Dockerfile", () => {
  it.each([
    [
      "ENV",
      `ENV NODE_TLS_REJECT_UNAUTHORIZED=0
RUN a`,
      "RUN a",
      [`${optOut}: NODE_TLS_REJECT_UNAUTHORIZED=0`],
    ],
    [
      "ENV in its old form",
      `ENV NODE_TLS_REJECT_UNAUTHORIZED 0
RUN a`,
      "RUN a",
      [`${optOut}: NODE_TLS_REJECT_UNAUTHORIZED 0`],
    ],
    [
      "ENV among others",
      'ENV A=1 NODE_TLS_REJECT_UNAUTHORIZED="0" B=2',
      "ENV A=1 B=2",
      [`${optOut}: NODE_TLS_REJECT_UNAUTHORIZED="0"`],
    ],
    [
      "ENV on several lines, in between",
      `ENV A=1 \\
    NODE_TLS_REJECT_UNAUTHORIZED=0 \\
    B=2`,
      `ENV A=1 \\
    B=2`,
      [`${optOut}: NODE_TLS_REJECT_UNAUTHORIZED=0`],
    ],
    [
      "ENV on several lines, last",
      `ENV A=1 \\
    NODE_TLS_REJECT_UNAUTHORIZED=0`,
      "ENV A=1",
      [`${optOut}: NODE_TLS_REJECT_UNAUTHORIZED=0`],
    ],
    [
      "ENV with a comment between",
      `ENV NODE_TLS_REJECT_UNAUTHORIZED=0 \\
# proxy
    B=2`,
      `ENV NODE_TLS_REJECT_UNAUTHORIZED=1 \\
# proxy
    B=2`,
      [`${optOut}: NODE_TLS_REJECT_UNAUTHORIZED=0`],
    ],
    [
      "ARG",
      `ARG NODE_TLS_REJECT_UNAUTHORIZED=0
RUN a`,
      "RUN a",
      [`${optOut}: NODE_TLS_REJECT_UNAUTHORIZED=0`],
    ],
    [
      "ONBUILD",
      `ONBUILD ENV NODE_TLS_REJECT_UNAUTHORIZED=0
RUN a`,
      "RUN a",
      [`${optOut}: NODE_TLS_REJECT_UNAUTHORIZED=0`],
    ],
    [
      "NODE_OPTIONS",
      'ENV NODE_OPTIONS="--enable-source-maps --tls-min-v1.0"',
      'ENV NODE_OPTIONS="--enable-source-maps"',
      [`${flag}/lowersFloor error upgrade: --tls-min-v1.0`],
    ],
    [
      "NODE_OPTIONS in the old form",
      "ENV NODE_OPTIONS --tls-max-v1.2 --enable-source-maps",
      "ENV NODE_OPTIONS --enable-source-maps",
      [`${flag}/pinned warning upgrade: --tls-max-v1.2`],
    ],
    ["RUN", "RUN NODE_TLS_REJECT_UNAUTHORIZED=0 npm ci", "RUN npm ci", [`${optOut}: NODE_TLS_REJECT_UNAUTHORIZED=0`]],
    [
      "RUN on several lines with a comment",
      `RUN --mount=type=cache,target=/x a && \\
    # the proxy's certificate
    npm config set strict-ssl false && \\
    npm ci`,
      `RUN --mount=type=cache,target=/x a && \\
    # the proxy's certificate
    npm config set strict-ssl false && \\
    npm ci`,
      [`${byHand(disabled)}: strict-ssl false`],
    ],
    [
      "RUN with nothing else",
      "RUN npm config set strict-ssl false",
      "RUN npm config set strict-ssl true",
      [`${disabled}: strict-ssl false`],
    ],
    [
      "RUN with a here-document",
      `RUN <<EOF
export NODE_TLS_REJECT_UNAUTHORIZED=0
npm ci
EOF`,
      `RUN <<EOF
npm ci
EOF`,
      [`${optOut}: NODE_TLS_REJECT_UNAUTHORIZED=0`],
    ],
    [
      "CMD as a list",
      'CMD ["node", "--tls-min-v1.0", "server.js"]',
      'CMD ["node", "server.js"]',
      [`${flag}/lowersFloor error upgrade: "--tls-min-v1.0"`],
    ],
    [
      "CMD as text",
      "CMD node --tls-min-v1.0 server.js",
      "CMD node server.js",
      [`${flag}/lowersFloor error upgrade: --tls-min-v1.0`],
    ],
    [
      "ENTRYPOINT with a shell",
      'ENTRYPOINT ["sh", "-c", "NODE_TLS_REJECT_UNAUTHORIZED=0 exec node x"]',
      'ENTRYPOINT ["sh", "-c", "exec node x"]',
      [`${optOut}: NODE_TLS_REJECT_UNAUTHORIZED=0`],
    ],
    [
      "HEALTHCHECK",
      "HEALTHCHECK --interval=5s CMD NODE_TLS_REJECT_UNAUTHORIZED=0 node health.js",
      "HEALTHCHECK --interval=5s CMD node health.js",
      [`${optOut}: NODE_TLS_REJECT_UNAUTHORIZED=0`],
    ],
    [
      "HEALTHCHECK as a list",
      'HEALTHCHECK CMD ["node", "--tls-max-v1.2", "h.js"]',
      'HEALTHCHECK CMD ["node", "h.js"]',
      [`${flag}/pinned warning upgrade: "--tls-max-v1.2"`],
    ],
  ])("%s", (_name, before, after, found) => expectMended("Dockerfile", file(before), file(after), found));

  it.each([
    ["the default spelt out", "ENV NODE_TLS_REJECT_UNAUTHORIZED=1"],
    ["an ARG without a value", "ARG NODE_TLS_REJECT_UNAUTHORIZED"],
    ["what the build fills in", "ENV NODE_TLS_REJECT_UNAUTHORIZED=$LEVEL NODE_OPTIONS=${OPTIONS}"],
    [
      "comments",
      `# ENV NODE_TLS_REJECT_UNAUTHORIZED=0
RUN a \\
# NODE_TLS_REJECT_UNAUTHORIZED=0
  b`,
    ],
    ["printing", 'RUN echo "NODE_TLS_REJECT_UNAUTHORIZED=0"'],
    ["a label", "LABEL note=NODE_TLS_REJECT_UNAUTHORIZED=0"],
    [
      "a here-document for another program",
      `RUN python3 <<EOF
NODE_TLS_REJECT_UNAUTHORIZED=0
EOF`,
    ],
  ])("%s is silent", (_name, lines) => expectSilent("docker/api.Dockerfile", file(lines)));
});
