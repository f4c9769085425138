// Mends copies of the corpus' packages with `fix` and with `fix --ask`, and writes every edit between ten lines of context, by grade,
// into one file to be read as the maintainer would read it: .cache/review.md. Run it after a build: `pnpm review`.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { structuredPatch } from "diff";
import { applyEdits } from "../packages/rules/dist/index.js";
import { cache, fetchPackages } from "../test/corpus/fetch-packages.js";
import { readPins } from "../test/corpus/pins.js";

const USAGE = `Usage: pnpm review

It writes .cache/review.md, and takes no options.`;

const { values } = parseArgs({ options: { help: { type: "boolean", default: false } } });

const root = fileURLToPath(new URL("..", import.meta.url));
const program = join(root, "codemods", "bin", "tls-codemod.js");
const target = join(root, ".cache", "review.md");
const longestLine = 200;

if (values.help) console.log(USAGE);
else review();

function review() {
  const pins = readPins();
  fetchPackages(pins);
  const names = packagesWithEdits(Object.keys(pins));
  const unasked = mend(names, []);
  const asked = mend(names, ["--ask"]);
  const known = new Set(unasked.edits.map(nameOf));
  const parts = [
    section(
      "fix",
      unasked.edits.filter(({ grade }) => grade === "fix"),
    ),
    section(
      "upgrade",
      unasked.edits.filter(({ grade }) => grade !== "fix"),
    ),
    section(
      "with --ask",
      asked.edits.filter((edit) => !known.has(nameOf(edit))),
    ),
    ...[...unasked.surprises, ...asked.surprises].map((path) => `# Not announced: ${path}\n`),
  ];
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, parts.join("\n"));
  console.log(
    `${unasked.edits.length} edits, and ${asked.edits.length - unasked.edits.length} more with --ask: ${target}`,
  );
}

function tlsCodemod(args, cwd) {
  const options = ["--format", "json", "--no-gitignore", "--no-config", "--fail-on", "none"];
  const { stdout, stderr } = spawnSync(process.execPath, [program, ...args, ...options], {
    cwd,
    encoding: "utf8",
    maxBuffer: 2 ** 30,
  });
  if (!stdout) throw new Error(stderr);
  return JSON.parse(stdout);
}

function packagesWithEdits(ids) {
  const { findings } = tlsCodemod(["check", "--only", "fix,upgrade,ask", ...ids], cache);
  const paths = findings.filter(({ edits }) => edits.length > 0).map(({ path }) => path);
  return ids.filter((id) => paths.some((path) => path.startsWith(`${id}/`)));
}

/** The edits that a run has made, each with the text that it was made to; and files where there are more than these. */
function mend(ids, args) {
  // outside of this repository, so that it is a project of its own
  const folder = mkdtempSync(join(tmpdir(), "tls-codemod-review-"));
  try {
    for (const id of ids) cpSync(join(cache, id), join(folder, id), { recursive: true });
    const { findings } = tlsCodemod(["fix", "--allow-no-vcs", ...args, "."], folder);
    const fixed = findings.filter(({ status }) => status === "fixed");
    const edits = fixed.map((finding) => ({ ...finding, text: textOf(cache, finding.path) }));
    const paths = [...new Set(edits.map(({ path }) => path))];
    return { edits, surprises: paths.filter((path) => isSurprise(folder, path, edits)) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function nameOf({ path, range, rule, messageId }) {
  return [path, range, rule, messageId].join(" ");
}

function isSurprise(folder, path, edits) {
  const own = edits.filter((edit) => edit.path === path);
  const all = new Map(
    own.flatMap((finding) => finding.edits.map((edit) => [JSON.stringify([edit.range, edit.text]), edit])),
  );
  const sorted = [...all.values()].sort((a, b) => a.range[0] - b.range[0]);
  return applyEdits(own[0].text, sorted) !== textOf(folder, path);
}

function textOf(start, path) {
  return readFileSync(join(start, path), "utf8").replace(/^\uFEFF/, "");
}

function section(title, edits) {
  return [`# ${title}: ${edits.length}\n`, ...edits.map(entry)].join("\n");
}

function entry({ path, line, rule, level, message, remedy, text, edits }) {
  const after = applyEdits(
    text,
    edits.toSorted((a, b) => a.range[0] - b.range[0]),
  );
  const { hunks } = structuredPatch(path, path, text, after, "", "", { context: 10 });
  const lines = hunks.flatMap((hunk) => [`@@ ${hunk.oldStart} @@`, ...hunk.lines.map(shortened)]);
  return `## ${path}:${line} ${rule} (${level})\n\n${message} ${remedy}\n\n~~~diff\n${lines.join("\n")}\n~~~\n`;
}

function shortened(line) {
  return line.length > longestLine ? `${line.slice(0, longestLine)} …` : line;
}
