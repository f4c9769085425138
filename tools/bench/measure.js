import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";

const pollMilliseconds = 20;

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

/**
 * Runs a command to its end, and looks at all its processes together on the way.
 * @returns wall time and processor time of all processes in milliseconds, and the most memory that they held at one moment, in bytes: pages of files,
 * which is Node itself above all, count once. The two latter are undefined where the system has no /proc.
 */
export async function usageOf({ command, highestCode }, cwd) {
  const start = performance.now();
  const child = started(command, cwd);
  const processors = new Map();
  let peak = 0;
  const timer = setInterval(() => {
    let own = 0;
    let ofFiles = 0;
    for (const process of withChildren(child.pid)) {
      const ticks = ticksOf(process);
      if (ticks !== undefined) processors.set(process, ticks * tickMilliseconds);
      const [, resident = 0, shared = 0] = readOrNothing(`/proc/${process}/statm`).split(" ").map(Number);
      own += resident - shared;
      ofFiles = Math.max(ofFiles, shared);
    }
    peak = Math.max(peak, (own + ofFiles) * pageBytes);
  }, pollMilliseconds);
  await ended(child, highestCode).finally(() => clearInterval(timer));
  const wall = performance.now() - start;
  if (peak === 0) return { wall, processor: undefined, peak: undefined };
  return { wall, processor: [...processors.values()].reduce((sum, each) => sum + each, 0), peak };
}

/** What Linux counts in, on all systems that Node is built for. */
const tickMilliseconds = 10;
const pageBytes = 4096;

/** proc_pid_stat(5): the ticks of a process in its own code and in the system's for it. */
function ticksOf(process) {
  const fields = readOrNothing(`/proc/${process}/stat`)
    .replace(/^.*\) /s, "")
    .split(" ");
  return fields.length < 13 ? undefined : Number(fields[11]) + Number(fields[12]);
}

function started([file, ...words], cwd) {
  return spawn(file, words, { cwd, stdio: ["ignore", "ignore", "pipe"] });
}

async function ended(child, highestCode = 0) {
  let said = "";
  child.stderr.on("data", (chunk) => (said = (said + chunk).slice(-2000)));
  const [code] = await once(child, "close");
  if (code === null || code > highestCode)
    throw new Error(`${child.spawnargs.slice(0, 3).join(" ")} ended with exit code ${code}:\n${said}`);
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
