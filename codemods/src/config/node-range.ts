import { dirname, join } from "node:path";
import { parseJson } from "../files/parse-json.js";
import { posixRelative } from "../files/posix-path.js";
import { UnreadableError } from "../files/regular-file.js";
import { readText } from "../files/text.js";
import { findRepository, repositoryAt } from "../vcs/repository.js";

/** The Node releases that a file is judged for, and who says so. */
export type NodeRange =
  | { readonly range: string; readonly source: "option" }
  /** `manifest` is the path of a package.json from the root of the run. */
  | { readonly range: string; readonly source: "engines"; readonly manifest: string }
  | { readonly range: undefined; readonly source: "default" };

/** Tells the range for any file below a root; each package.json is read once. */
export interface NodeRanges {
  rangeFor(file: string): NodeRange;
  /** The different ranges that were told so far. */
  readonly told: readonly NodeRange[];
  /** What could not be read, as sentences. */
  readonly notes: readonly string[];
}

/** Longer than any that somebody writes; comparing the releases that it means with each other takes the square of their number. */
const longestRange = 1000;

const byDefault: NodeRange = { range: undefined, source: "default" };

/** `engines.node` of the nearest package.json that names it, up to the root of the file's repository, or of the run outside of one; `option` overrules them all. */
export function createNodeRanges(root: string, option: string | undefined): NodeRanges {
  const byFolder = new Map<string, NodeRange>();
  const told = new Set<NodeRange>();
  const top = findRepository(root)?.root ?? root;
  const notes: string[] = [];

  function rangeIn(folder: string): NodeRange {
    const known = byFolder.get(folder);
    if (known) return known;
    const range =
      enginesIn(folder) ??
      (folder === top || repositoryAt(folder) || folder === dirname(folder) ? byDefault : rangeIn(dirname(folder)));
    byFolder.set(folder, range);
    return range;
  }

  function enginesIn(folder: string): NodeRange | undefined {
    const file = join(folder, "package.json");
    const manifest = posixRelative(root, file);
    try {
      const range = enginesOf(file);
      if (range === undefined) return undefined;
      if (range.length <= longestRange) return { range, source: "engines", manifest };
      notes.push(`${manifest}: engines.node is longer than ${longestRange} characters, and is not used.`);
      return undefined;
    } catch (error) {
      if (error instanceof SyntaxError)
        notes.push(`${manifest} does not parse, so its engines.node is not known: ${error.message}.`);
      if (error instanceof UnreadableError)
        notes.push(`${manifest} is not read, so its engines.node is not known: ${error.message}.`);
      return undefined;
    }
  }

  const fixed: NodeRange | undefined = option === undefined ? undefined : { range: option, source: "option" };
  return {
    rangeFor(file) {
      const range = fixed ?? rangeIn(dirname(file));
      told.add(range);
      return range;
    },
    get told() {
      return [...told];
    },
    notes,
  };
}

function enginesOf(manifest: string): string | undefined {
  const { engines } = Object(parseJson(readText(manifest))) as { readonly engines?: { readonly node?: unknown } };
  const range = engines?.node;
  return typeof range === "string" ? range : undefined;
}
