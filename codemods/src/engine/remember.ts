import { join } from "node:path";
import { toolVersion } from "../tool-version.js";
import { hashOf } from "./hash.js";
import type { Judgement, Plan, Task } from "./judgement.js";
import { ResultStore } from "./result-store.js";

/** How the results of a run are remembered. */
export interface Memory {
  /** The judgement of these very bytes, remembered or made now. */
  recall(task: Task, bytes: Buffer, judge: () => Promise<Judgement>): Promise<Judgement>;
  /** To be called when the run is complete. */
  end(): void;
}

/** No memory. */
export const forgetful: Memory = { recall: (_task, _bytes, judge) => judge(), end: () => undefined };

/**
 * A memory in the state folder. With `isKept` it serves every later run; without, only one that takes up this run after an interruption.
 * Throws the error of the file system.
 */
export function createMemory(stateFolder: string, plan: Plan, isKept: boolean): Memory {
  const settings = hashOf(JSON.stringify([toolVersion, plan])).slice(0, 16);
  const store = new ResultStore(join(stateFolder, isKept ? "results" : "interrupted", `${settings}.jsonl`));
  return {
    async recall({ path, pathInRepository, node, accepted }, bytes, judge) {
      const hash = hashOf(bytes);
      const key = hashOf(JSON.stringify([path, pathInRepository, node, accepted, hash]));
      const known = store.get(key);
      if (known) return known;
      const judgement = await judge();
      if (judgement.kind === "judged" && judgement.hash === hash) store.put(key, judgement);
      return judgement;
    },
    end: () => (isKept ? store.tidy() : store.remove()),
  };
}
