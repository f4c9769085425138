import { workerData } from "node:worker_threads";
import { endWithParent } from "./end-with-parent.js";
import { clockDescriptor, tellProcessorTime } from "./processor-clock.js";

/** A thread beside one that may be stuck in a file, and can do neither itself. */
endWithParent(workerData as number);
tellProcessorTime(clockDescriptor);
