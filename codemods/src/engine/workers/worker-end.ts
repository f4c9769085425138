/** How a process has ended, and the last of what it said on standard error. */
export interface WorkerEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly said: string;
  /** What its heap may hold. */
  readonly megabytes: number;
}

/** What V8, C++ and Rust say before they give up. */
const outOfMemory =
  /heap out of memory|Fatal (?:process|javascript) (?:out of memory|OOM)|std::bad_alloc|memory allocation of \d+ bytes failed/;

const overflowSignals: readonly (NodeJS.Signals | null)[] = ["SIGSEGV", "SIGBUS"];
/** What Windows ends a process with that overflows its stack: STATUS_STACK_OVERFLOW. */
const overflowCode = 0xc00000fd;

/** Whether a process has ended because it needed more memory than it may have. */
export function isOutOfMemory({ said }: WorkerEnd): boolean {
  return outOfMemory.test(said);
}

/** Why a process has ended, as far as that can be told. */
export function describeEnd(end: WorkerEnd): string {
  const { code, signal, megabytes } = end;
  if (isOutOfMemory(end))
    return `the process that read it, and nothing else, needed more memory than the ${megabytes} MB it may have; --memory allows more`;
  const how = signal ? `signal ${signal}` : `exit code ${code}`;
  if (overflowSignals.includes(signal) || code === overflowCode)
    return `the process that read it crashed (${how}); files that are nested thousands of levels deep do that, or settings that they lead to`;
  if (signal === "SIGKILL")
    return `the process that read it was killed (${how}); a system that runs out of memory does that`;
  return `the process that read it ${signal ? "was killed" : "ended"} (${how})`;
}
