import { availableParallelism, totalmem } from "node:os";

/** How processes that judge share what memory there is; heaps in MB. */
export interface MemoryShares {
  readonly workers: number;
  /** For the heap of one that has a share, all of the budget, or all of the machine. */
  readonly heaps: Readonly<Record<Room, number>>;
}

/** How much memory a worker has: a share beside others, or by itself all of the budget, or all that there is. */
export type Room = "share" | "budget" | "machine";

/** What is asked for; undefined for what nobody has said. */
export interface MemoryWishes {
  readonly jobs: number | "auto";
  /** For all processes together, in bytes. */
  readonly budget: number | undefined;
}

/** For all processes together, in bytes, however many files there are, where nobody has said how much. */
const budgetByDefault = 500e6;
/** What the process that searches takes by itself. */
const search = 105;
/** What a process that judges takes besides its heap: Node, the parser and what it shares, young objects, pages that V8 keeps for later. */
const besidesHeap = 105;
/** Enough for nearly all candidates; with less, collecting garbage takes as long as the work. */
const leastHeap = 100;
/** With more, nothing is faster, and a second process with less than this makes nothing faster either. */
const goodHeap = 200;
/** V8's own limit on a large machine. */
const mostHeap = 4096;
/** TypeScript reads all that a program imports. */
const leastHeapWithTypes = 1024;
const shareOfMachine = 0.75;

/**
 * Shares the budget out. As many processes as there are cores, and room for so that each gains something, or as are asked for, none with less than it needs at all.
 * A budget that somebody has given is all that there is; otherwise that is what the machine or its container can give.
 */
export function shareMemory(
  { jobs, budget }: MemoryWishes,
  hasTypes: boolean,
  { memory, cores } = { memory: memoryOfMachine(), cores: availableParallelism() },
): MemoryShares {
  const machine = Math.floor((memory * shareOfMachine) / 2 ** 20);
  const least = hasTypes ? leastHeapWithTypes : leastHeap;
  const given = budget === undefined && hasTypes ? machine : Math.floor((budget ?? budgetByDefault) / 2 ** 20);
  const forWorkers = given - search;
  const withGoodHeap = Math.floor(forWorkers / (Math.max(least, goodHeap) + besidesHeap));
  const workers = jobs === "auto" ? Math.max(1, Math.min(cores, withGoodHeap)) : jobs;
  const heap = (megabytes: number) => Math.max(least, Math.min(mostHeap, megabytes - besidesHeap));
  return {
    workers,
    heaps: {
      share: heap(Math.floor(forWorkers / workers)),
      budget: heap(forWorkers),
      machine: heap(budget === undefined ? Math.max(forWorkers, machine - search) : forWorkers),
    },
  };
}

/** Parser, rules, and what is known of a repository; MB. */
const heapBesidesText = 40;
/** What the tree of a program takes for each byte of its text, with what is found out about it: from 45 where it is written to be read to 115 where it is minified. */
const heapForByte = 75;

/** MB that a heap should have for a text of so many bytes. */
export function leastHeapFor(bytes: number): number {
  return heapBesidesText + (bytes * heapForByte) / 2 ** 20;
}

function memoryOfMachine(): number {
  // without a limit, some systems tell 0 and others more than there is
  const constrained = process.constrainedMemory() ?? 0;
  return constrained > 0 ? Math.min(constrained, totalmem()) : totalmem();
}
