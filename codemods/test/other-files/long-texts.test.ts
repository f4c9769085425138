import { resolveSettings } from "tls-rules";
import { describe, expect, it } from "vitest";
import { readOtherFile } from "../../src/other-files/index.js";

const found = (path: string, text: string) => readOtherFile(path, text, resolveSettings()).map(({ rule }) => rule);
const optOut = ["no-process-wide-verification-opt-out"];
const off = "NODE_TLS_REJECT_UNAUTHORIZED=0";

describe("a shell script", () => {
  it.each([
    ["a word of 500,000 characters", "x".repeat(500_000)],
    ["as many in double quotes", `"${"x".repeat(500_000)}"`],
    ["as many in single quotes", `'${"x".repeat(500_000)}'`],
    ["200,000 words", "x ".repeat(200_000)],
    ["200,000 outputs", "> x ".repeat(200_000)],
    ["200,000 commands", "x\n".repeat(200_000)],
  ])("is read with %s", (_, part) => {
    expect(found("run.sh", `export ${off}\ncommand ${part}\n`)).toEqual(optOut);
    expect(found("run.sh", `${off} command ${part}\n`)).toEqual(optOut);
  });
});

describe("a script of a package.json", () => {
  const script = (length: number) =>
    found("package.json", JSON.stringify({ scripts: { start: `${off} node ${"x".repeat(length - off.length - 6)}` } }));

  it("is one that Linux can start", () => {
    expect(script(131_072)).toEqual(optOut);
    expect(script(131_073)).toEqual([]);
  });
});

describe("a command of a Dockerfile", () => {
  const dockerfile = (command: string) => found("Dockerfile", `FROM node\n${command}\n`);

  it("is one that Linux can start", () => {
    const run = (length: number) => dockerfile(`RUN ${off} node ${"x".repeat(length - off.length - 6)}`);
    expect(run(131_072)).toEqual(optOut);
    expect(run(131_073)).toEqual([]);
  });

  it("is a list only where all of its strings are closed", () => {
    expect(dockerfile(`CMD ["env", "${off}", "node", "a.js"]`)).toEqual(optOut);
    expect(dockerfile(`CMD ["env", "${off}", "node", "a${'\\"'.repeat(50_000)}]`)).toEqual([]);
  });

  it("is no list where a string is no JSON", () => {
    expect(dockerfile(`CMD ["env", "${off}", "node", "\\x"]`)).toEqual([]);
  });
});
