import type { Judgement, Plan, Task } from "../judging/judgement.js";
import type { WorkerEnd } from "./worker-end.js";

/** First the plan, then one task at a time. */
export type ToWorker = { readonly plan: Plan } | { readonly task: Task };

/** First that parser and rules are loaded, then a judgement for each task. */
export type FromWorker = { readonly isReady: true } | { readonly judgement: Judgement };

/** A process that judges one file at a time. */
export interface Worker {
  send(message: ToWorker): void;
  onMessage(listener: (message: FromWorker) => void): void;
  onEnd(listener: (end: WorkerEnd) => void): void;
  /** How much of the processor's time it has taken, in seconds; the answer may be a little old. */
  processorSeconds(): number;
  end(): void;
}
