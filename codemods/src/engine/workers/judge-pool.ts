import { UsageError } from "../../failures/usage-error.js";
import type { Judgement, Plan, Task } from "../judging/judgement.js";
import type { Audience } from "../neighbours/announced-imports.js";
import type { Worker } from "./worker-messages.js";

export interface PoolOptions {
  readonly plan: Plan;
  /** The most workers that may run at a time. */
  readonly size: number;
  startWorker(): Worker;
}

interface Job {
  readonly task: Task;
  resolve(judgement: Judgement): void;
  reject(error: Error): void;
}

interface Employment {
  /** Whether parser and rules are loaded. */
  isReady: boolean;
  job: Job | undefined;
}

/** Another worker has to load the parser and the rules; it pays for that from about this many waiting files on. */
const jobsPerWorker = 100;

/**
 * Judges files in other processes. Workers start when there is work for them. A file whose worker dies is a failure of that file;
 * the other files go to a fresh worker. Where a worker does not even start, all files are rejected with a UsageError.
 */
export class JudgePool implements Audience {
  readonly #options: PoolOptions;
  readonly #waiting: Job[] = [];
  readonly #workers = new Map<Worker, Employment>();
  readonly #told: Buffer[] = [];
  #isToldAll = false;

  constructor(options: PoolOptions) {
    this.#options = options;
  }

  judge(task: Task): Promise<Judgement> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ task, resolve, reject });
      this.#assign();
    });
  }

  /** For all workers, also those that start later. */
  tell(chunk: Buffer): void {
    this.#told.push(chunk);
    for (const worker of this.#workers.keys()) worker.tell(chunk);
  }

  tellNoMore(): void {
    this.#isToldAll = true;
    for (const worker of this.#workers.keys()) worker.tellNoMore();
  }

  /** Lets the workers go; what is still waiting is never answered. */
  close(): void {
    for (const worker of this.#workers.keys()) worker.end();
    this.#workers.clear();
    this.#waiting.length = 0;
  }

  #assign(): void {
    for (const [worker, { job }] of this.#workers) if (!job) this.#hand(worker);
    const wanted = Math.min(this.#options.size, Math.ceil(this.#waiting.length / jobsPerWorker));
    while (this.#workers.size < wanted) this.#start();
  }

  #hand(worker: Worker): void {
    const job = this.#waiting.shift();
    this.#workers.get(worker)!.job = job;
    if (job) worker.send({ task: job.task });
  }

  #start(): void {
    const worker = this.#options.startWorker();
    const employment: Employment = { isReady: false, job: undefined };
    this.#workers.set(worker, employment);
    worker.onMessage((message) => {
      employment.isReady = true;
      if (!("judgement" in message) || !this.#workers.has(worker)) return;
      employment.job?.resolve(message.judgement);
      this.#hand(worker);
    });
    worker.onEnd((how) => this.#bury(worker, how));
    worker.send({ plan: this.#options.plan });
    for (const chunk of this.#told) worker.tell(chunk);
    if (this.#isToldAll) worker.tellNoMore();
    this.#hand(worker);
  }

  #bury(worker: Worker, how: string): void {
    const employment = this.#workers.get(worker);
    if (!employment) return;
    this.#workers.delete(worker);
    if (!employment.isReady) return this.#giveUp(employment.job, how);
    employment.job?.resolve({
      kind: "failed",
      isUnverified: false,
      reason: `the process that read it ended (${how}); code that is nested thousands of levels deep does that`,
    });
    this.#assign();
  }

  #giveUp(job: Job | undefined, how: string): void {
    const error = new UsageError(
      `The process that parses could not start (${how}). What it said stands above.`,
      "Install tls-codemod anew: its parser has a part for each system, which npm installs as an optional dependency.",
    );
    for (const { reject } of [...(job ? [job] : []), ...this.#waiting.splice(0)]) reject(error);
  }
}
