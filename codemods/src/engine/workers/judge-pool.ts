import { UsageError } from "../../failures/usage-error.js";
import type { Judgement, Plan, Task } from "../judging/judgement.js";
import type { Room } from "./memory-budget.js";
import { ProjectQueue } from "./project-queue.js";
import { describeEnd, isOutOfMemory, type WorkerEnd } from "./worker-end.js";
import type { Worker } from "./worker-messages.js";

export interface PoolOptions {
  readonly plan: Plan;
  /** The most workers that may run at a time. */
  readonly size: number;
  /** How many seconds a file may take. */
  secondsFor(task: Task): number;
  /** MB that the heap must have at the least for a file. */
  leastHeapFor(task: Task): number;
  /** MB for the heap of a worker with so much room. */
  readonly heaps: Readonly<Record<Room, number>>;
  /** Starts a worker whose heap may take so many MB. */
  startWorker(megabytes: number): Worker;
}

const rooms: readonly Room[] = ["share", "budget", "machine"];

interface Job {
  readonly task: Task;
  resolve(judgement: Judgement): void;
  reject(error: Error): void;
}

interface Employment {
  readonly room: Room;
  /** Whether parser and rules are loaded. */
  isReady: boolean;
  job: Job | undefined;
  /** The repository of its last file. */
  project: string | undefined;
  /** What the worker had taken of the processor's time before the job, in seconds. */
  processorBefore: number;
  /** How many seconds have passed since the job began. */
  seconds: number;
}

/** So many times its time may pass on the clock while a file waits for the processor, or for the disk. */
const patience = 20;

/** Another worker has to load the parser and the rules; it pays for that from about this many waiting files on, if they are like most. */
const jobsPerWorker = 25;

/**
 * Judges files in other processes. Workers start when there is work for them. A file whose worker dies, or that takes too long, is a failure
 * of that file; the other files go to a fresh worker. A file that needs more memory than a worker's share is judged once more while no other is,
 * by a worker that has more room. Where a worker does not even start, all files are rejected with a UsageError.
 */
export class JudgePool {
  readonly #options: PoolOptions;
  /** By the room that they need. */
  readonly #waiting: Readonly<Record<Room, ProjectQueue<Job>>> = {
    share: new ProjectQueue(),
    budget: new ProjectQueue(),
    machine: new ProjectQueue(),
  };
  readonly #workers = new Map<Worker, Employment>();
  /** How many files have been judged since the last second began. */
  #judged = 0;
  /** Its ticks do not pile up, so that no file pays for a time in which the machine slept or this process was busy. */
  readonly #clock = setInterval(() => this.#tick(), 1000).unref();

  constructor(options: PoolOptions) {
    this.#options = options;
  }

  judge(task: Task): Promise<Judgement> {
    return new Promise((resolve, reject) => {
      this.#waiting[this.#roomFor(task)].add({ task, resolve, reject });
      this.#assign();
    });
  }

  /** Lets the workers go; what is still waiting is never answered. */
  close(): void {
    clearInterval(this.#clock);
    for (const worker of this.#workers.keys()) worker.end();
    this.#workers.clear();
    for (const room of rooms) this.#waiting[room].clear();
  }

  #assign(): void {
    if (this.#isAlone()) return;
    for (const [worker, { job }] of this.#workers) if (!job) this.#hand(worker);
    const wanted = Math.min(this.#options.size, Math.ceil(this.#waiting.share.length / jobsPerWorker));
    while (this.#workers.size < wanted) this.#start("share");
    const room = rooms.find((each) => each !== "share" && this.#waiting[each].length > 0);
    if (room && this.#areAllIdle()) {
      this.#letGo();
      this.#start(room);
    }
  }

  #isAlone(): boolean {
    return [...this.#workers.values()].some(({ room }) => room !== "share");
  }

  #areAllIdle(): boolean {
    return [...this.#workers.values()].every(({ job }) => !job);
  }

  /** So that their memory is there for others. */
  #letGo(): void {
    for (const worker of this.#workers.keys()) worker.end();
    this.#workers.clear();
  }

  #hand(worker: Worker): void {
    const employment = this.#workers.get(worker)!;
    const job = this.#waiting[employment.room].take(employment.project, this.#projectsBeside(worker));
    const project = job?.task.project ?? employment.project;
    Object.assign(employment, { job, project, seconds: 0, processorBefore: worker.processorSeconds() });
    if (job) worker.send({ task: job.task });
  }

  /** The repositories that the other workers read. */
  #projectsBeside(worker: Worker): ReadonlySet<string> {
    const others = [...this.#workers].filter(([each]) => each !== worker);
    return new Set(others.flatMap(([, { project }]) => project ?? []));
  }

  /** A second has passed for every worker, and for what waits. */
  #tick(): void {
    this.#help();
    for (const [worker, employment] of this.#workers) {
      if (!employment.isReady || !employment.job) continue;
      employment.seconds++;
      const problem = this.#problemOf(worker, employment, this.#options.secondsFor(employment.job.task));
      if (problem === undefined) continue;
      worker.end();
      this.#bury(worker, `${problem}; --timeout allows more`);
    }
  }

  /** Starts another worker where the files that wait are more than were judged in the last second: it is there before they would have their turn. */
  #help(): void {
    const areReady = [...this.#workers.values()].every(({ isReady, room }) => isReady && room === "share");
    if (areReady && this.#workers.size < this.#options.size && this.#waiting.share.length > this.#judged)
      this.#start("share");
    this.#judged = 0;
  }

  /** Counted is the processor's time, so that a busy machine fails no file. */
  #problemOf(worker: Worker, { seconds, processorBefore }: Employment, limit: number): string | undefined {
    const told = Number(limit.toPrecision(2));
    if (worker.processorSeconds() - processorBefore > limit) return `took more than ${told} s`;
    return seconds > limit * patience ? `was not done in ${told * patience} s, most of which it waited` : undefined;
  }

  #start(room: Room): void {
    const worker = this.#options.startWorker(this.#options.heaps[room]);
    const employment: Employment = {
      room,
      isReady: false,
      job: undefined,
      project: undefined,
      processorBefore: 0,
      seconds: 0,
    };
    this.#workers.set(worker, employment);
    worker.onMessage((message) => {
      // loading is none of the first file's time
      if (!employment.isReady) employment.processorBefore = worker.processorSeconds();
      employment.isReady = true;
      if (!("judgement" in message) || !this.#workers.has(worker)) return;
      this.#judged++;
      employment.job?.resolve(message.judgement);
      this.#hand(worker);
      if (employment.job) return;
      if (room !== "share") this.#letGo();
      this.#assign();
    });
    worker.onEnd((end) => {
      if (!employment.isReady) this.#giveUp(worker, end);
      else if (isOutOfMemory(end) && this.#roomAfter(room)) this.#postpone(worker, this.#roomAfter(room)!);
      else this.#bury(worker, describeEnd(end));
    });
    worker.send({ plan: this.#options.plan });
    this.#hand(worker);
  }

  #roomFor(task: Task): Room {
    const { heaps, leastHeapFor } = this.#options;
    const least = leastHeapFor(task);
    return rooms.find((room) => heaps[room] >= least) ?? "machine";
  }

  /** What was too large for one heap is tried once more in a larger one, and in none of the same size. */
  #roomAfter(room: Room): Room | undefined {
    const { heaps } = this.#options;
    return rooms.find((each) => heaps[each] > heaps[room]);
  }

  #postpone(worker: Worker, room: Room): void {
    const employment = this.#dismiss(worker);
    if (!employment) return;
    if (employment.job) this.#waiting[room].add(employment.job);
    this.#assign();
  }

  #bury(worker: Worker, reason: string): void {
    const employment = this.#dismiss(worker);
    if (!employment) return;
    employment.job?.resolve({ kind: "failed", isUnverified: false, reason });
    this.#assign();
  }

  #giveUp(worker: Worker, { code, signal, said }: WorkerEnd): void {
    const employment = this.#dismiss(worker);
    if (!employment) return;
    const error = new UsageError(
      `The process that parses could not start (${signal ?? `exit code ${code}`}): ${said.trim() || "it said nothing"}`,
      "Install tls-codemod anew: its parser has a part for each system, which npm installs as an optional dependency.",
    );
    for (const { reject } of [
      ...(employment.job ? [employment.job] : []),
      ...rooms.flatMap((room) => this.#waiting[room].clear()),
    ])
      reject(error);
  }

  /** Undefined where it has been dismissed before. */
  #dismiss(worker: Worker): Employment | undefined {
    const employment = this.#workers.get(worker);
    this.#workers.delete(worker);
    return employment;
  }
}
