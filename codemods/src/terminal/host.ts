import { realpathSync } from "node:fs";
import type { Readable, Writable } from "node:stream";
import type { Worker } from "../engine/workers/worker-messages.js";
import { startWorkerProcess } from "../engine/workers/worker-process.js";

type Terminal<Stream> = Stream & { readonly isTTY?: boolean; readonly columns?: number };

/** What the program has around it; tests give it another. */
export interface Host {
  /** Absolute, links resolved. */
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly stdin: Terminal<Readable>;
  readonly stdout: Terminal<Writable>;
  readonly stderr: Terminal<Writable>;
  /** Aborted with an `Interruption` when a signal asks the program to stop. */
  readonly signal: AbortSignal;
  /** A process whose heap may take so many MB. */
  startWorker(megabytes: number): Worker;
}

/** A signal has asked the program to stop. */
export class Interruption extends Error {
  override readonly name = "Interruption";
  readonly signal: "SIGINT" | "SIGTERM";

  constructor(signal: "SIGINT" | "SIGTERM") {
    super(`stopped by ${signal}`);
    this.signal = signal;
  }
}

/** The process itself. The first signal stops the work at the next safe place, the second at once. */
export function processHost(): Host {
  const { env, stdin, stdout, stderr } = process;
  const controller = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => controller.abort(new Interruption(name)));
  // where it cannot be said what is wrong, the exit code is what is left
  stderr.on("error", () => undefined);
  return {
    cwd: realpathSync(process.cwd()),
    env,
    stdin,
    stdout,
    stderr,
    signal: controller.signal,
    startWorker: startWorkerProcess,
  };
}
