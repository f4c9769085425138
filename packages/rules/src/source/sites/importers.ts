import type { TSESTree } from "@typescript-eslint/types";
import { type FileView, viewOf } from "../program/file-view.js";
import { oncePerFile } from "../program/once-per-file.js";
import { viewAt } from "../program/view-at.js";
import { rootOf } from "../program/walk.js";
import { layersFrom } from "../values/exports.js";
import type { Layer } from "../values/layers.js";
import { leavesOf } from "../values/leaves.js";
import { layerOf } from "../values/object-model.js";

/** The programs to which a file's exports come, by import or handed on by a file that imports them. */
export interface Reach {
  readonly programs: readonly FileView[];
  /** False when the exports may come to files that are out of sight. */
  readonly complete: boolean;
}

// a file that more import is a library of its own
const reachLimit = 32;

/** Every file that can see something of what a file exports. */
export const reachOf: (program: FileView) => Reach = oncePerFile((program) => {
  const { ast } = program.file;
  const found = new Map<TSESTree.Node, FileView>();
  const pending = [program];
  let complete = true;
  for (let next = pending.pop(); next; next = pending.pop()) {
    const importers = next.file.neighbours?.importers();
    complete &&= importers?.complete ?? false;
    for (const neighbour of importers?.files ?? []) {
      const file = neighbour.parse();
      complete &&= file !== undefined;
      if (!file || file.ast === ast || found.has(file.ast)) continue;
      if (found.size === reachLimit) return { programs: [...found.values()], complete: false };
      const importer = viewOf(file);
      found.set(file.ast, importer);
      if (handsOn(importer, program)) pending.push(importer);
    }
  }
  return { programs: [...found.values()], complete };
});

/** Whether a file exports something that stands in another one. What names that file as its source is looked at before anything is followed. */
function handsOn(program: FileView, from: FileView): boolean {
  const { ast } = from.file;
  const isHeld = (layer: Layer) => holds(layer, ast, nestingLimit);
  return layersFrom(program, from).some(isHeld) || isHeld(layerOf(program, program.file.ast));
}

const nestingLimit = 3;

/** What stands in the file itself is looked at before anything is followed. */
function holds(layer: Layer, root: TSESTree.Node, depth: number): boolean {
  const writes = [...layer.writes.values()]
    .flat()
    .map(({ node, value, program: from }) => ({ node, value, view: viewAt(from, value) }));
  return (
    writes.some(({ node, value }) => rootOf(node) === root || rootOf(value) === root) ||
    writes.some(({ value, view }) => leavesOf(view, value).some((leaf) => rootOf(leaf.node) === root)) ||
    (depth > 0 && writes.some(({ value, view }) => holds(layerOf(view, value), root, depth - 1)))
  );
}
