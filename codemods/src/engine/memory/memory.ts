import { join } from "node:path";
import { hashOf } from "../../files/hash.js";
import { toolVersion } from "../../loading/tool-version.js";
import type { Shard } from "../../selection/shard.js";
import type { Judgement, Plan, Task } from "../judging/judgement.js";
import type { Dependencies } from "../neighbours/dependencies.js";
import type { Project } from "../neighbours/project.js";
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
 * A memory in the state folder. It serves every later run; or else, where `interrupted` is given, only one that takes up this run of these files
 * after an interruption. Throws the error of the file system.
 */
export function createMemory(
  stateFolder: string,
  plan: Plan,
  interrupted?: { readonly shard: Shard | undefined },
): Memory {
  // parts of a run may share a state folder, and the first to end must not forget what the others have done
  const settings = hashOf(JSON.stringify([toolVersion, plan, ...(interrupted?.shard ? [interrupted.shard] : [])]));
  const folder = join(stateFolder, interrupted ? "interrupted" : "results");
  const store = new ResultStore(stateFolder, join(folder, `${settings.slice(0, 16)}.jsonl`));
  let projectIn: ((folder: string) => Project) | undefined;

  /** Whether the files around one are still those that its judgement was made of. */
  async function isUnchanged(dependencies: Dependencies, folder: string): Promise<boolean> {
    const { resolved, read, importers } = dependencies;
    if (resolved.length === 0 && Object.keys({ ...read, ...importers }).length === 0) return true;
    const { openProjects } = await import("../neighbours/project.js");
    const { areUnchanged } = await import("../neighbours/dependencies.js");
    projectIn ??= openProjects(plan.sight);
    return areUnchanged(dependencies, projectIn(folder));
  }

  return {
    async recall({ path, pathInRepository, project, node, accepted }, bytes, judge) {
      const hash = hashOf(bytes);
      const key = hashOf(JSON.stringify([path, pathInRepository, node, accepted, hash]));
      const known = store.get(key);
      if (known && (await isUnchanged(known.dependencies, project))) return known;
      const judgement = await judge();
      if (judgement.kind === "judged" && judgement.hash === hash) store.put(key, judgement);
      return judgement;
    },
    end: () => (interrupted ? store.remove() : store.tidy()),
  };
}
