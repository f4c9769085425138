import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const traced = ["node", "npm", "cross-env", "heroku", "docker"] as const;

/** Says what it was called with instead of doing anything. */
const tracer = `#!/bin/sh
printf '%s' "\${0##*/}"
for word; do printf ' %s' "$word"; done
printf ' [%s] [%s] %s\\n' "$NODE_TLS_REJECT_UNAUTHORIZED" "$NODE_OPTIONS" "$NODE_ENV"
`;

let folder: string | undefined;

function commandFolder(): string {
  if (folder) return folder;
  folder = mkdtempSync(join(tmpdir(), "tls-codemod-fuzz-"));
  for (const name of traced) writeFileSync(join(folder, name), tracer, { mode: 0o755 });
  for (const name of ["sh", "env"])
    symlinkSync(execFileSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" }).trim(), join(folder, name));
  return folder;
}

/** What a script calls, and how it ends, in both answers to its question; without what the tool is there to take out. */
export function traceScript(text: string): string {
  return ["", "yes"].map((choice) => traceWith(text, choice)).join("\n--\n");
}

function traceWith(text: string, choice: string): string {
  const { stdout, status, signal } = spawnSync(join(commandFolder(), "sh"), {
    input: text,
    encoding: "utf8",
    env: { PATH: commandFolder(), CHOICE: choice },
    timeout: 120_000,
  });
  if (signal) throw new Error(`The shell was ended by ${signal}:\n${text}`);
  const calls = stdout
    .split("\n")
    .map(withoutWeakWords)
    .filter((line) => !isNothing.test(line));
  return [...calls, `ends with ${status}`].join("\n");
}

function withoutWeakWords(line: string): string {
  return line
    .replace(/ \[[01]?\] \[(.*?)\]/, " [$1]")
    .replaceAll(/ ?-e NODE_TLS_REJECT_UNAUTHORIZED=\S*/g, "")
    .replaceAll(/ ?NODE_TLS_REJECT_UNAUTHORIZED=\S*/g, "")
    .replaceAll(/ ?--tls-[\w.-]+(?:=[^\s\]]*)?/g, "")
    .replaceAll(/ ?--strict-ssl=\w+/g, "")
    .replace("[ ", "[")
    .replace(/^cross-env (?=node|npm)/, "");
}

/** Commands that are only there to weaken, whole. */
const isNothing = /^(?:npm config set strict-ssl |heroku config:set \[|$)/;
