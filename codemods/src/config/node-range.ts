import { dirname, join } from "node:path";
import { isBeyondMeasured, runtimes } from "tls-policy";
import {
  type DeclaredNode,
  declaredNode,
  longestNodeRange,
  type NodeOfFolder,
  nodeOfFolder,
  type NodeSource,
} from "tls-rules/node-releases";
import { parseJson } from "../files/parse-json.js";
import { posixRelative } from "../files/posix-path.js";
import { UnreadableError } from "../files/regular-file.js";
import { readText } from "../files/text.js";
import { findRepository, repositoryAt } from "../vcs/repository.js";

/** The Node releases that a file is judged for, and who says so. */
export type NodeRange =
  | { readonly range: string; readonly source: "option" }
  /** `manifest` is the path of the file that says so from the root of the run. */
  | { readonly range: string; readonly source: NodeSource; readonly manifest: string }
  | { readonly range: undefined; readonly source: "default" };

/** A range with the words for where it stands; undefined for the default. */
export function saidOf(node: NodeRange): { readonly range: string; readonly said: string } | undefined {
  if (node.source === "default") return undefined;
  return { range: node.range, said: node.source === "option" ? "--node" : placeOf(node.source, node.manifest) };
}

/** `engines.node of packages/a/package.json`, `sub/.nvmrc`. */
function placeOf(source: NodeSource, file: string): string {
  const fields: Partial<Record<NodeSource, string>> = {
    engines: "engines.node",
    volta: "volta.node",
    devEngines: "devEngines.runtime",
  };
  const field = fields[source];
  return field === undefined ? file : `${field} of ${file}`;
}

/** Tells the range for any file below a root; each folder is read once. */
export interface NodeRanges {
  rangeFor(file: string): NodeRange;
  /** The different ranges that were told so far. */
  readonly told: readonly NodeRange[];
  /** What could not be read, as sentences. */
  readonly notes: readonly string[];
}

const byDefault: NodeRange = { range: undefined, source: "default" };

/**
 * `engines.node` of the nearest package.json that names it, up to the root of the file's repository, or of the run outside of one;
 * where none does, what the nearest file of a version manager pins. `option` overrules them all.
 */
export function createNodeRanges(root: string, option: string | undefined): NodeRanges {
  const folders = new Map<string, NodeOfFolder>();
  const ranges = new Map<string, NodeRange>();
  const told = new Set<NodeRange>();
  const top = findRepository(root)?.root ?? root;
  const notes: string[] = [];

  function rangeIn(folder: string): NodeRange {
    const declared = declaredNode(upFrom(folder));
    if (!declared) return byDefault;
    const { range, source, at } = declared as Placed;
    const manifest = posixRelative(root, at);
    const key = `${source} ${manifest}`;
    if (!ranges.has(key)) ranges.set(key, { range, source, manifest });
    return ranges.get(key)!;
  }

  function* upFrom(start: string): Generator<NodeOfFolder> {
    for (let folder = start; ; folder = dirname(folder)) {
      if (!folders.has(folder)) folders.set(folder, saidIn(folder));
      yield folders.get(folder)!;
      if (folder === top || repositoryAt(folder) || folder === dirname(folder)) return;
    }
  }

  function saidIn(folder: string): NodeOfFolder {
    const { engines, pinned } = nodeOfFolder((name) => textIn(folder, name));
    const placed = (declared: DeclaredNode | undefined): Placed | undefined =>
      declared && { ...declared, at: join(folder, declared.file) };
    if (engines === undefined || engines.range.length <= longestNodeRange)
      return { engines: placed(engines), pinned: placed(pinned) };
    notes.push(
      `${posixRelative(root, join(folder, engines.file))}: engines.node is longer than ${longestNodeRange} characters, and is not used.`,
    );
    return { engines: undefined, pinned: placed(pinned) };
  }

  function textIn(folder: string, name: string): string | undefined {
    const file = join(folder, name);
    const [path, isManifest] = [posixRelative(root, file), name === "package.json"];
    try {
      const text = readText(file);
      if (isManifest) parseJson(text);
      return text;
    } catch (error) {
      const unknown = isManifest ? "its engines.node is not known" : "what it says of Node is not known";
      if (error instanceof SyntaxError) notes.push(`${path} does not parse, so ${unknown}: ${error.message}.`);
      if (error instanceof UnreadableError) notes.push(`${path} is not read, so ${unknown}: ${error.message}.`);
      return undefined;
    }
  }

  const fixed: NodeRange | undefined = option === undefined ? undefined : { range: option, source: "option" };
  const byFolder = new Map<string, NodeRange>();
  return {
    rangeFor(file) {
      const folder = dirname(file);
      const range = fixed ?? byFolder.get(folder) ?? rangeIn(folder);
      byFolder.set(folder, range);
      told.add(range);
      return range;
    },
    get told() {
      return [...told];
    },
    get notes() {
      return [...notes, ...[...told].flatMap(extrapolation)];
    },
  };
}

/** What is said where nothing that a range admits was measured. */
function extrapolation({ range }: NodeRange): readonly string[] {
  return range !== undefined && isBeyondMeasured(range)
    ? [
        `Node ${range} is newer than ${newest}, the newest release that was measured: it is judged as that one, and may do otherwise.`,
      ]
    : [];
}

const newest = runtimes.at(-1)!.measured;
interface Placed extends DeclaredNode {
  /** The path of the file. */
  readonly at: string;
}
