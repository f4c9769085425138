import { workerData } from "node:worker_threads";
import { isRunning } from "../../programs/is-running.js";

/**
 * A thread beside one that may be stuck in a file: when the process that started this one is gone, nobody wants an answer any more.
 * Windows goes on telling the parent's number after its end, but knows no such process.
 */
const parent = workerData as number;

setInterval(() => {
  if (process.ppid !== parent || !isRunning(parent)) process.kill(process.pid, "SIGKILL");
}, 1000);
