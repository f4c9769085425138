import { collect } from "../../collections/collect.js";

/** Files that wait, by the repository that they stand in: what is found out about it serves the next of its files, and costs every process anew. */
export class ProjectQueue<Job extends { readonly task: { readonly project: string } }> {
  readonly #waiting = new Map<string, Job[]>();
  #length = 0;

  get length(): number {
    return this.#length;
  }

  add(job: Job): void {
    collect(this.#waiting, job.task.project, job);
    this.#length++;
  }

  /**
   * The next file for a process that has read one of the repositories: of the same one, then of the first that no other process reads,
   * then of that of which most files wait.
   */
  take(own: string | undefined, others: ReadonlySet<string>): Job | undefined {
    if (own !== undefined && this.#waiting.has(own)) return this.#takeFrom(own);
    for (const project of this.#waiting.keys()) if (!others.has(project)) return this.#takeFrom(project);
    const [longest] = [...this.#waiting].sort(([, one], [, other]) => other.length - one.length);
    return longest && this.#takeFrom(longest[0]);
  }

  /** All that wait; afterwards none does. */
  clear(): readonly Job[] {
    const all = [...this.#waiting.values()].flat();
    this.#waiting.clear();
    this.#length = 0;
    return all;
  }

  #takeFrom(project: string): Job {
    const waiting = this.#waiting.get(project)!;
    const job = waiting.shift()!;
    if (waiting.length === 0) this.#waiting.delete(project);
    this.#length--;
    return job;
  }
}
