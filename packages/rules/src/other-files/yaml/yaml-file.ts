import { applyEdits } from "../../edits/apply-edits.js";
import { removeItems, removeLines } from "../../edits/text-edits.js";
import type { Edit } from "../../finding.js";
import type { Range } from "../../source-text.js";
import { isWatchedVariable } from "../watched-variables.js";
import type { YamlMap, YamlNode, YamlPair, YamlSequence } from "./yaml-tree.js";

type Entry = YamlPair | YamlNode;
type Collection = YamlMap | YamlSequence;

// nobody writes more beside each other by hand, and each would be looked at for each
const entryLimit = 200;

/** A YAML file whose nodes are read where they stand, and whose entries can be taken out. */
export class YamlFile {
  readonly text: string;
  readonly pairs: readonly YamlPair[];
  readonly maps: readonly YamlMap[];
  private readonly parents = new Map<Entry, Entry>();
  private readonly byName = new Map<YamlMap, ReadonlyMap<string | undefined, YamlPair>>();
  private readonly byCollection = new Map<Collection, readonly Entry[]>();
  private readonly anchors = new Map<string, YamlNode>();

  /** @param documents their contents; a file may hold several. */
  constructor(text: string, documents: readonly (YamlNode | undefined)[]) {
    this.text = text;
    const pairs: YamlPair[] = [];
    for (const document of documents) if (document) this.enter(document, undefined, pairs);
    this.pairs = pairs;
    this.maps = [...new Set(pairs.map((pair) => this.parents.get(pair) as YamlMap))];
  }

  private enter(entry: Entry, parent: Entry | undefined, pairs: YamlPair[]): void {
    if (parent) this.parents.set(entry, parent);
    if (entry.kind === "pair") pairs.push(entry);
    else if (entry.anchor !== undefined) this.anchors.set(entry.anchor, entry);
    for (const child of childrenOf(entry)) if (child) this.enter(child, entry, pairs);
  }

  /** The node that an alias stands for, or the node itself. */
  resolve(node: YamlNode | undefined): YamlNode | undefined {
    return node?.kind === "alias" ? this.anchors.get(node.name) : node;
  }

  /** The pairs of a map, those that `<<` merges into it included. */
  entriesOf(map: YamlMap): readonly YamlPair[] {
    return this.mergedEntries(map, new Set());
  }

  /** What is merged several times, or into itself, adds nothing. */
  private mergedEntries(node: YamlNode | undefined, seen: Set<YamlNode>): readonly YamlPair[] {
    const resolved = this.resolve(node);
    if (!resolved || seen.has(resolved)) return [];
    seen.add(resolved);
    if (resolved.kind === "sequence") return resolved.items.flatMap((item) => this.mergedEntries(item, seen));
    if (resolved.kind !== "map") return [];
    return resolved.pairs.flatMap((pair) => (keyOf(pair) === "<<" ? this.mergedEntries(pair.value, seen) : pair));
  }

  /** The pair beside another one of the same map. */
  siblingOf(pair: YamlPair, name: string): YamlPair | undefined {
    const map = this.parents.get(pair) as YamlMap | undefined;
    return map && this.pairOf(map, name);
  }

  /** The first pair of a map that has a name. */
  pairOf(map: YamlMap, name: string): YamlPair | undefined {
    let named = this.byName.get(map);
    if (!named) this.byName.set(map, (named = new Map(map.pairs.toReversed().map((pair) => [keyOf(pair), pair]))));
    return named.get(name);
  }

  rangeOf(entry: Entry): Range {
    const { key, value } = entry.kind === "pair" ? entry : { key: entry, value: entry };
    const [start] = (key ?? value)!.range;
    const [, end] = (value ?? key)!.range;
    return [start, start + this.text.slice(start, end).trimEnd().length];
  }

  /** Takes an entry out of its map or list, and with the last entry its key; undefined where something would be left that means something else. */
  remove(entry: Entry): readonly Edit[] | undefined {
    const collection = this.parents.get(entry) as Collection;
    const entries = this.entriesIn(collection);
    if (entries.length === 1) return this.removeOwner(collection, entry);
    if (entries.length > entryLimit) return;
    const edits = this.removeAmong(entries, entry, collection.isFlow);
    const others = entries.filter((other) => other !== entry);
    // where all may go, each claims the whole, so that the last one is judged when it is alone
    return edits && others.every((other) => this.isWatched(other)) ? [this.asOne(entries, edits)] : edits;
  }

  private entriesIn(collection: Collection): readonly Entry[] {
    let entries = this.byCollection.get(collection);
    if (!entries)
      this.byCollection.set(collection, (entries = childrenOf(collection).filter((child) => child !== undefined)));
    return entries;
  }

  /** Takes a map out of the list that it is an item of; undefined where it is none. */
  removeItem(map: YamlMap): readonly Edit[] | undefined {
    return this.parents.get(map)?.kind === "sequence" ? this.remove(map) : undefined;
  }

  private removeAmong(entries: readonly Entry[], entry: Entry, isFlow: boolean): readonly Edit[] | undefined {
    if (!isFlow) return removeLines(this.text, [this.startOf(entry), this.rangeOf(entry)[1]]);
    const index = entries.indexOf(entry);
    return removeItems(
      this.text,
      entries.map((each) => this.rangeOf(each)),
      index,
      index + 1,
    );
  }

  private isWatched(entry: Entry): boolean {
    const node = this.resolve(entry.kind === "pair" ? entry.key : entry);
    return node?.kind === "scalar" && isWatchedVariable(node.text.split("=", 1)[0]!);
  }

  /** Edits as one that spans all entries of a collection. */
  private asOne(entries: readonly Entry[], edits: readonly Edit[]): Edit {
    const start = Math.min(this.startOf(entries[0]!), ...edits.map(({ range }) => range[0]));
    const end = Math.max(this.rangeOf(entries.at(-1)!)[1], ...edits.map(({ range }) => range[1]));
    const inside = edits.map(({ range, text }) => ({ range: [range[0] - start, range[1] - start] as const, text }));
    return { range: [start, end], text: applyEdits(this.text.slice(start, end), inside) };
  }

  /** The start of a pair, or of the dash in front of an item. */
  private startOf(entry: Entry): number {
    const [start] = this.rangeOf(entry);
    const lineStart = this.text.lastIndexOf("\n", start - 1) + 1;
    const [dash] = entry.kind === "pair" ? [""] : (/-[ \t]+$/.exec(this.text.slice(lineStart, start)) ?? [""]);
    return start - dash.length;
  }

  private removeOwner(collection: Collection, entry: Entry): readonly Edit[] | undefined {
    const owner = this.parents.get(collection);
    if (owner?.kind !== "pair") return;
    const map = this.parents.get(owner) as YamlMap;
    if (map.isFlow || map.pairs.length === 1) return;
    const range: Range = [this.rangeOf(owner)[0], this.rangeOf(collection.isFlow ? collection : entry)[1]];
    return /[#&]/.test(this.text.slice(...range)) ? undefined : removeLines(this.text, range);
  }
}

function childrenOf(entry: Entry): readonly (Entry | undefined)[] {
  switch (entry.kind) {
    case "pair":
      return [entry.key, entry.value];
    case "map":
      return entry.pairs;
    case "sequence":
      return entry.items;
    default:
      return [];
  }
}

/** The name that a pair gives its value; undefined where the key is no plain text. */
export function keyOf({ key }: YamlPair): string | undefined {
  return key?.kind === "scalar" ? key.text : undefined;
}
