import { totalmem } from "node:os";

/** V8's own limit on a large machine. */
const most = 4096;
/** Parser, rules and a file of the largest size that is read by default. */
const least = 512;
const shareOfMachine = 0.75;

/** How many MB each of so many processes may take for its heap, so that together they fit into the machine or its container. */
export function megabytesPerWorker(workers: number, machine = memoryOfMachine()): number {
  return Math.max(least, Math.min(most, Math.floor((machine * shareOfMachine) / workers / 2 ** 20)));
}

function memoryOfMachine(): number {
  // without a limit, some systems tell 0 and others more than there is
  const constrained = process.constrainedMemory() ?? 0;
  return constrained > 0 ? Math.min(constrained, totalmem()) : totalmem();
}
