import type { Writable } from "node:stream";
import { flushed } from "./show.js";

/**
 * Listens for what goes wrong with standard output. Returns what waits until all is written and says why it could not be;
 * a reader that has gone away before the end, as `head` does, is no failure.
 */
export function watchOutput(stdout: Writable): () => Promise<Error | undefined> {
  let failure: NodeJS.ErrnoException | undefined;
  stdout.on("error", (error) => (failure ??= error));
  const isGone = () => failure?.code === "EPIPE" || failure?.code === "EOF";
  return async () => {
    await flushed(stdout);
    return isGone() ? undefined : failure;
  };
}
