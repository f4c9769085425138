import type { Judgement, Plan, Task } from "./judgement.js";

/** First the plan, then one task at a time. */
export type ToWorker = { readonly plan: Plan } | { readonly task: Task };

/** First that parser and rules are loaded, then a judgement for each task. */
export type FromWorker = { readonly isReady: true } | { readonly judgement: Judgement };

/** A process that judges one file at a time. */
export interface Worker {
  send(message: ToWorker): void;
  onMessage(listener: (message: FromWorker) => void): void;
  /** How it ended, in words: `signal SIGSEGV`, `exit code 1`. */
  onEnd(listener: (how: string) => void): void;
  end(): void;
}
