import { describe, expect, it } from "vitest";
import { ProjectQueue } from "../../src/engine/workers/project-queue.js";

const job = (file: string) => ({ task: { file, project: file.split("/")[0]! } });
const queueOf = (...files: readonly string[]) => {
  const queue = new ProjectQueue<ReturnType<typeof job>>();
  for (const file of files) queue.add(job(file));
  return queue;
};

describe("ProjectQueue", () => {
  const taken = (queue: ReturnType<typeof queueOf>, own?: string, ...others: readonly string[]) =>
    queue.take(own, new Set(others))?.task.file;

  it("goes on with a repository as long as files of it wait, in their order", () => {
    const queue = queueOf("a/1", "b/1", "a/2", "b/2");
    expect(["b", "b", "b", "a", "a"].map((own) => taken(queue, own))).toEqual(["b/1", "b/2", "a/1", "a/2", undefined]);
  });

  it("begins the first repository that nobody else reads", () => {
    const queue = queueOf("a/1", "b/1", "c/1");
    expect(taken(queue, undefined, "a")).toBe("b/1");
    expect(taken(queue, "b", "a")).toBe("c/1");
  });

  it("helps where most is left when every repository is read by somebody", () => {
    const queue = queueOf("a/1", "b/1", "b/2", "c/1");
    expect(taken(queue, undefined, "a", "b", "c")).toBe("b/1");
    expect(queue.length).toBe(3);
  });

  it("is empty when all have been taken out", () => {
    const queue = queueOf("a/1", "b/1");
    expect(queue.clear().map(({ task }) => task.file)).toEqual(["a/1", "b/1"]);
    expect([queue.length, taken(queue)]).toEqual([0, undefined]);
  });
});
