import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text as textOf } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));
const path = "docs/sessions.md";

/** What each session shows, and what is typed; each begins with the sample service as its repository has it. */
const sessions = [
  ["Look", "`check` writes nothing. Without a command it is what runs.", ["tls-codemod check"]],
  ["How much would change", "", ["tls-codemod --diff=stat"]],
  [
    "Upgrade, and go back",
    "`fix` applies the edits of the grades fix and upgrade. `undo` puts the bytes back that were there before.",
    ["tls-codemod fix", "git status --short", "tls-codemod undo", "git status --short"],
  ],
  [
    "Leave a mark for what needs a person",
    "`check` fails while such a comment remains.",
    [
      "tls-codemod fix --mark --quiet",
      "git diff --unified=0 src/head-end-client.js",
      "tls-codemod check --format github src/head-end-client.js",
    ],
  ],
  ["Work is not overwritten", "", ["echo '// mine' >> src/billing-health.js", "tls-codemod fix src"]],
  ["Ask about a rule", "", ["tls-codemod explain no-low-security-level"]],
  ["Ask about a line", "", ["tls-codemod explain src/tariff-client.mjs:7"]],
  ["Which rules there are", "", ["tls-codemod list"]],
  [
    "What this machine and project run",
    "Of what `doctor` says, this is the part that does not depend on the machine.",
    ["tls-codemod doctor | sed -n '/^engines/,/^$/p'"],
  ],
  [
    "Accept what is there, and fail on what is new",
    "",
    [
      "tls-codemod baseline",
      "tls-codemod check",
      `echo "require('tls').connect({ minVersion: 'TLSv1' });" > src/new.js`,
      "tls-codemod check",
    ],
  ],
  [
    "Share the work, and join the reports",
    "",
    [
      "tls-codemod check --shard 1/2 --format json > ../part-1.json",
      "tls-codemod check --shard 2/2 --format json > ../part-2.json",
      "tls-codemod merge ../part-1.json ../part-2.json --quiet --format csv | head -n 4",
    ],
  ],
  [
    "Set a repository up",
    "Without a terminal nothing is written until `--yes` says so; on one, `init` asks.",
    ["tls-codemod init", "tls-codemod init --yes | tail -n 6", "tls-codemod init"],
  ],
];

/**
 * The page of sessions, recorded with the built program, all at once.
 * @returns {Promise<Map<string, string>>} text by path from the repository root; nothing is written.
 */
export async function recordSessions() {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "tls-codemod-sessions-")));
  try {
    linkProgram(folder);
    const recorded = await Promise.all(
      sessions.map(([, , lines], index) => record(join(folder, String(index)), lines)),
    );
    const parts = sessions.map(
      ([title, text], index) =>
        `## ${title}\n\n${text === "" ? "" : `${text}\n\n`}\`\`\`console\n${recorded[index]}\`\`\`\n`,
    );
    return new Map([[path, `${head}\n${parts.join("\n")}`]]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const head = `<!-- Recorded by \`pnpm generate\`. -->
# Sessions

Each command on [the sample service](../examples/legacy-service/README.md), just as the tool prints it on a terminal of 80 columns. Versions, times and the folder's own place are made equal; \`[1]\` is an exit code that is not 0.
`;

/** Releases of Node come to their end as days go by; this is the day on which the sessions play. */
const today = `
const RealDate = Date;
const today = RealDate.parse("2026-01-01T12:00:00Z");
globalThis.Date = class extends RealDate {
  constructor(...given) { super(...(given.length > 0 ? given : [today])); }
  static now() { return today; }
};
`;

/** What is not piped on is printed as for a terminal of this width, without colours. */
const columns = 80;

const terminal = `
const columns = Number(process.env.SESSION_COLUMNS);
if (columns > 0) Object.assign(process.stdout, { isTTY: true, columns });
`;

/** A machine that has other work finishes each file all the same. */
const patience = 'case "$1" in ""|-*|check|fix|baseline) set -- "$@" --timeout 600;; esac';

/** `tls-codemod` as a word of the shell. */
function linkProgram(folder) {
  mkdirSync(join(folder, "bin"));
  writeFileSync(join(folder, "bin/today.mjs"), today + terminal);
  const words = [
    process.execPath,
    "--import",
    join(folder, "bin/today.mjs"),
    join(root, "codemods/bin/tls-codemod.js"),
  ];
  writeFileSync(
    join(folder, "bin/tls-codemod"),
    `#!/bin/sh\n${patience}\nexec ${words.map((word) => `"${word}"`).join(" ")} "$@"\n`,
    { mode: 0o755 },
  );
}

async function record(folder, lines) {
  const service = join(folder, "legacy-service");
  cpSync(join(root, "examples/legacy-service"), service, { recursive: true });
  const env = environment(folder);
  const git = (...words) => execFileSync("git", words, { cwd: service, env, stdio: "ignore" });
  git("init", "--quiet");
  git("add", "--all", "--force");
  git(
    "-c",
    "user.name=Sample",
    "-c",
    "user.email=sample@example.com",
    "-c",
    "commit.gpgsign=false",
    "commit",
    "--quiet",
    "-m",
    "sample",
  );
  let shown = "";
  for (const line of lines) shown += normalised(await typed(line, service, env), service);
  return shown;
}

/** What a terminal shows of one line and of what it prints. */
async function typed(line, cwd, env) {
  const shell = spawn("sh", ["-c", `exec 2>&1\n${line}`], {
    cwd,
    env: { ...env, ...(/[|>]/.test(line) ? {} : { SESSION_COLUMNS: String(columns), NO_COLOR: "1" }) },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [stdout, [status]] = await Promise.all([textOf(shell.stdout), once(shell, "close")]);
  const printed = stdout === "" || stdout.endsWith("\n") ? stdout : `${stdout}\n`;
  return `$ ${line}\n${printed}${status === 0 ? "" : `[${status}]\n`}`;
}

function environment(folder) {
  return {
    PATH: `${join(folder, "../bin")}:${process.env.PATH}`,
    HOME: folder,
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_CONFIG_NOSYSTEM: "1",
    LC_ALL: "C",
  };
}

function normalised(text, service) {
  return text
    .replaceAll(service, "/home/me/legacy-service")
    .replaceAll(/(tls-codemod[ @])\d+\.\d+\.\d+(?:-[\w.]+)?/g, "$11.0.0")
    .replaceAll(/ in \d[\d.]* (?:ms|s) /g, " in 0.5 s ")
    .replaceAll(/^index [\da-f]+\.\.[\da-f]+/gm, "index 0000000..1111111");
}
