// Mends every program and other file of the workspace's node_modules and of the corpus in memory: nothing may crash, hang or take much.
// Run it after a build: `pnpm sweep`. The figures of a run stand in docs/testing.md.
import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { cache, fetchPackages } from "../../test/corpus/fetch-packages.js";
import { readPins } from "../../test/corpus/pins.js";
import { filesIn } from "./files.js";

const USAGE = `Usage: pnpm sweep [--match TEXT] [--offline]

  --match TEXT  only files whose path holds the text
  --offline     without the packages that are not in the cache yet`;

const { values } = parseArgs({
  options: { match: { type: "string", default: "" }, offline: { type: "boolean" }, help: { type: "boolean" } },
});

const root = fileURLToPath(new URL("../../", import.meta.url));
const judge = fileURLToPath(new URL("judge.js", import.meta.url));
/** A file that takes longer counts as one that never ends. */
const limit = 60_000;

if (values.help) console.log(USAGE);
else process.exitCode = await sweep();

async function sweep() {
  if (!values.offline) fetchPackages(readPins());
  mkdirSync(cache, { recursive: true });
  const folders = [join(root, "node_modules", ".pnpm"), cache];
  const paths = folders.flatMap((folder) => [...filesIn(folder)]).filter((path) => path.includes(values.match));
  const outcomes = [];
  let child;
  for (const path of paths) {
    if (!child?.connected) child = fork(judge);
    outcomes.push({ path, ...(await judged(child, path)) });
  }
  child?.disconnect();
  return report(outcomes);
}

/** What a child says of a file; a child that is silent for too long or ends is a failure of the file. */
async function judged(child, path) {
  const given = new AbortController();
  const { signal } = given;
  const timer = setTimeout(() => child.kill("SIGKILL"), limit);
  const ended = once(child, "exit", { signal }).then(([code, name]) => ({ crash: `ended with ${name ?? code}` }));
  const answered = once(child, "message", { signal }).then(([outcome]) => outcome);
  child.send(path);
  const outcome = await Promise.race([answered, ended]);
  clearTimeout(timer);
  given.abort();
  await Promise.allSettled([answered, ended]);
  return outcome;
}

function report(outcomes) {
  const sum = (of) => outcomes.reduce((total, outcome) => total + (of(outcome) ?? 0), 0);
  const crashes = outcomes.filter(({ crash }) => crash);
  const name = (path) => relative(path.startsWith(cache) ? cache : root, path).replaceAll("\\", "/");
  console.log(`${outcomes.length} files, ${sum(({ isUnread }) => (isUnread ? 1 : 0))} of them do not parse
${sum(({ findings }) => findings)} findings, ${sum(({ edits }) => edits)} edits
${Math.round(sum(({ milliseconds }) => milliseconds) / 1000)} s of processor time, at most ${Math.round(Math.max(...outcomes.map(({ kilobytes }) => kilobytes ?? 0)) / 1000)} MB
${crashes.length} crashes and time-outs`);
  for (const { path, crash } of crashes) console.log(`  ${name(path)}\n    ${crash.replaceAll("\n", "\n    ")}`);
  console.log("the slowest:");
  const slowest = outcomes.toSorted((a, b) => (b.milliseconds ?? 0) - (a.milliseconds ?? 0)).slice(0, 10);
  for (const { path, milliseconds } of slowest) console.log(`  ${Math.round(milliseconds)} ms ${name(path)}`);
  return crashes.length > 0 ? 1 : 0;
}
