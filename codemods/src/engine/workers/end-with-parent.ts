import { isRunning } from "../../programs/is-running.js";

/**
 * Ends this process when the one that started it is gone, and nobody wants an answer any more.
 * Windows goes on telling the parent's number after its end, but knows no such process.
 */
export function endWithParent(parent: number): void {
  setInterval(() => {
    if (process.ppid !== parent || !isRunning(parent)) process.kill(process.pid, "SIGKILL");
  }, 1000);
}
