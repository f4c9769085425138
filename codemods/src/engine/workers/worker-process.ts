import { fork } from "node:child_process";
import type { Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import { announcementDescriptor } from "../neighbours/announced-imports.js";
import type { FromWorker, Worker } from "./worker-messages.js";

/** Workers share the machine, and the first one starts while this process reads: none needs more than one thread of V8's beside its own. */
const nodeOptions: readonly string[] = ["--v8-pool-size=1"];

/** A worker in a process of its own. What it prints goes to standard error, because standard output is for reports. */
export function startWorkerProcess(): Worker {
  const child = fork(fileURLToPath(new URL("./worker.js", import.meta.url)), {
    stdio: ["ignore", 2, 2, "ipc", "pipe"],
    execArgv: [...nodeOptions],
  });
  const announcements = child.stdio[announcementDescriptor] as Writable;
  // a worker may end before it has heard all
  announcements.on("error", () => undefined);
  return {
    send: (message) => void child.send(message, () => undefined),
    onMessage: (listener) => void child.on("message", (message) => listener(message as FromWorker)),
    onEnd(listener) {
      child.on("error", (error) => listener(error.message));
      child.on("exit", (code, signal) => listener(signal ? `signal ${signal}` : `exit code ${code}`));
    },
    tell: (chunk) => void announcements.write(chunk),
    tellNoMore: () => void announcements.end(),
    end: () => void child.kill(),
  };
}
