import { writeSync } from "node:fs";
import type { Readable } from "node:stream";

/** Where a worker says how much of the processor's time it has taken. */
export const clockDescriptor = 4;

const everyMilliseconds = 250;

/** Says four times in a second, a line each, how many milliseconds of the processor's time this process has taken. */
export function tellProcessorTime(descriptor: number): void {
  const timer = setInterval(() => {
    const { user, system } = process.cpuUsage();
    try {
      writeSync(descriptor, `${Math.round((user + system) / 1000)}\n`);
    } catch {
      // nobody listens any more
      clearInterval(timer);
    }
  }, everyMilliseconds);
}

/** Hears it. Returns how to ask for the seconds that were told last; 0 before anything was. */
export function hearProcessorTime(clock: Readable): () => number {
  let line = "";
  let seconds = 0;
  clock.setEncoding("utf8").on("data", (chunk: string) => {
    const lines = (line + chunk).split("\n");
    line = lines.pop()!;
    const last = Number(lines.at(-1) ?? NaN);
    if (last >= 0) seconds = last / 1000;
  });
  // a worker may end in the middle of it
  clock.on("error", () => undefined);
  return () => seconds;
}
