import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";

const pollMilliseconds = 5;

/** Runs a command to its end. Returns the wall time in milliseconds. Throws an Error with its last words for an exit code that is not 0. */
export async function timeOf(command, cwd) {
  const start = performance.now();
  await ended(started(command, cwd));
  return performance.now() - start;
}

/**
 * Runs a command to its end, and looks at its processes on the way.
 * @returns the sum of the most memory that each of them held, in bytes; undefined where the system has no /proc.
 */
export async function memoryOf(command, cwd) {
  const child = started(command, cwd);
  const peaks = new Map();
  const timer = setInterval(() => notePeaks(child.pid, peaks), pollMilliseconds);
  await ended(child).finally(() => clearInterval(timer));
  return peaks.size === 0 ? undefined : [...peaks.values()].reduce((sum, peak) => sum + peak, 0);
}

function started([file, ...words], cwd) {
  return spawn(file, words, { cwd, stdio: ["ignore", "ignore", "pipe"] });
}

async function ended(child) {
  let said = "";
  child.stderr.on("data", (chunk) => (said = (said + chunk).slice(-2000)));
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`${child.spawnargs.slice(0, 3).join(" ")} ended with exit code ${code}:\n${said}`);
}

function notePeaks(root, peaks) {
  for (const process of withChildren(root)) {
    const kilobytes = /^VmHWM:\s+(\d+)/m.exec(readOrNothing(`/proc/${process}/status`))?.[1];
    if (kilobytes) peaks.set(process, Number(kilobytes) * 1024);
  }
}

function withChildren(process) {
  return [
    process,
    ...threadsOf(process).flatMap((thread) =>
      readOrNothing(`/proc/${process}/task/${thread}/children`).split(" ").filter(Boolean).flatMap(withChildren),
    ),
  ];
}

function threadsOf(process) {
  try {
    return readdirSync(`/proc/${process}/task`);
  } catch {
    return [];
  }
}

/** A process may end while it is looked at. */
function readOrNothing(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
