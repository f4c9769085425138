import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterAll } from "vitest";

/** In bytes. */
const much = 300_000_000;

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

// the test files share a process, and to start git from it, which most of them do, costs the more the larger it is
afterAll(() => {
  if (process.memoryUsage().heapUsed > much) collectGarbage();
});
