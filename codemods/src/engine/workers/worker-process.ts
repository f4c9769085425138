import { type ChildProcess, fork } from "node:child_process";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { clockDescriptor, hearProcessorTime } from "./processor-clock.js";
import type { FromWorker, Worker } from "./worker-messages.js";

/**
 * Workers share the machine, and the first one starts while this process reads: none needs more than one thread of V8's beside its own.
 * What is young takes up to three times its size besides the heap, and is no faster for being larger.
 */
const nodeOptions: readonly string[] = ["--v8-pool-size=1", "--max-semi-space-size=8"];

/** The end of what a process says: a cause of death, and what is wrong with an installation. */
const mostSaid = 10_000;

/** A worker in a process of its own, whose heap may take so many MB. What it prints is for its end, because the program's own output is for reports. */
export function startWorkerProcess(megabytes: number): Worker {
  const child = fork(fileURLToPath(new URL("./worker.js", import.meta.url)), [String(process.pid)], {
    stdio: ["ignore", "ignore", "pipe", "ipc", "pipe"],
    execArgv: [...nodeOptions, `--max-old-space-size=${megabytes}`],
  });
  const said = lastSaid(child);
  const processorSeconds = hearProcessorTime(child.stdio[clockDescriptor] as Readable);
  return {
    send: (message) => void child.send(message, () => undefined),
    onMessage: (listener) => void child.on("message", (message) => listener(message as FromWorker)),
    onEnd(listener) {
      child.on("error", (error) => listener({ code: null, signal: null, said: error.message, megabytes }));
      child.on("close", (code, signal) => listener({ code, signal, said: said(), megabytes }));
    },
    processorSeconds,
    end: () => void child.kill("SIGKILL"),
  };
}

function lastSaid({ stderr }: ChildProcess): () => string {
  let text = "";
  (stderr as Readable).setEncoding("utf8").on("data", (chunk: string) => (text = (text + chunk).slice(-mostSaid)));
  return () => text;
}
