import type { Judgement, Plan, Task } from "./judgement.js";
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
}

/** Another worker has to load the parser and the rules; it pays for that from about this many waiting files on. */
const jobsPerWorker = 100;

/**
 * Judges files in other processes. Workers start when there is work for them. A file whose worker dies is a failure of that file;
 * the other files go to a fresh worker.
 */
export class JudgePool {
  readonly #options: PoolOptions;
  readonly #waiting: Job[] = [];
  readonly #workers = new Map<Worker, Job | undefined>();

  constructor(options: PoolOptions) {
    this.#options = options;
  }

  judge(task: Task): Promise<Judgement> {
    return new Promise((resolve) => {
      this.#waiting.push({ task, resolve });
      this.#assign();
    });
  }

  /** Lets the workers go; what is still waiting is never answered. */
  close(): void {
    for (const worker of this.#workers.keys()) worker.end();
    this.#workers.clear();
    this.#waiting.length = 0;
  }

  #assign(): void {
    for (const [worker, job] of this.#workers) if (!job) this.#hand(worker);
    const wanted = Math.min(this.#options.size, Math.ceil(this.#waiting.length / jobsPerWorker));
    while (this.#workers.size < wanted) this.#start();
  }

  #hand(worker: Worker): void {
    const job = this.#waiting.shift();
    this.#workers.set(worker, job);
    if (job) worker.send({ task: job.task });
  }

  #start(): void {
    const worker = this.#options.startWorker();
    worker.onMessage(({ judgement }) => {
      this.#workers.get(worker)?.resolve(judgement);
      this.#hand(worker);
    });
    worker.onEnd((how) => this.#bury(worker, how));
    worker.send({ plan: this.#options.plan });
    this.#hand(worker);
  }

  #bury(worker: Worker, how: string): void {
    if (!this.#workers.has(worker)) return;
    const job = this.#workers.get(worker);
    this.#workers.delete(worker);
    job?.resolve({ kind: "failed", isUnverified: false, reason: `the process that read it ended (${how}); code that is nested thousands of levels deep does that` });
    this.#assign();
  }
}
