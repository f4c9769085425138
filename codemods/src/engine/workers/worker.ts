import module from "node:module";
import { Worker } from "node:worker_threads";
import { judgeFile } from "../judging/judge-file.js";
import { type LoadedPlan, loadPlan } from "../judging/load-plan.js";
import type { FromWorker, ToWorker } from "./worker-messages.js";

/** The process that parses: a parser that overflows its stack takes this process with it, and not the run. */
let loaded: LoadedPlan;

process.on("message", async (message: ToWorker) => {
  if ("plan" in message) loaded = loadPlan(message.plan);
  else process.send?.({ judgement: await judgeFile(message.task, loaded) } satisfies FromWorker);
});
process.send?.({ isReady: true } satisfies FromWorker);
// it is killed when it is not wanted any more, and Node keeps what it has compiled at a regular end; there from Node 22.10 on
(module as { flushCompileCache?: () => void }).flushCompileCache?.();
process.on("disconnect", () => process.exit());
// an interruption is for the process that started this one to handle
process.on("SIGINT", () => undefined);
new Worker(new URL("./watch.js", import.meta.url), { workerData: Number(process.argv[2]) }).unref();
