import type { Edit } from "tls-rules";
import type { Node, Pair, Scalar, YAMLMap, YAMLSeq } from "yaml";
import { yamlParser } from "../parsers.js";
import type { Range } from "../source-text.js";
import { syntaxError } from "../syntax-error.js";
import { removeItems, removeLines } from "../text-edits.js";

/** As in most files; a key may also be missing. */
export type YamlPair = Pair<Scalar | null, Node | null>;
type Collection = YAMLMap<Scalar | null, Node | null> | YAMLSeq<Node>;

/** A YAML file whose nodes are read where they stand, and whose entries can be taken out. */
export class YamlFile {
  readonly text: string;
  readonly pairs: readonly YamlPair[];
  private readonly parents = new Map<unknown, unknown>();
  private readonly anchors = new Map<string, Node>();

  /** Throws a SyntaxError for a text that is no YAML. */
  constructor(path: string, text: string) {
    const { isCollection, isPair, isScalar, parseAllDocuments, visit } = yamlParser();
    this.text = text;
    const pairs: YamlPair[] = [];
    for (const document of [parseAllDocuments(text, { uniqueKeys: false, prettyErrors: false })].flat()) {
      const [error] = document.errors;
      if (error) throw syntaxError(path, text, error.pos[0], error.message);
      visit(document, (_key, node, ancestors) => {
        this.parents.set(node, ancestors.at(-1));
        if (isPair(node)) pairs.push(node as YamlPair);
        else if ((isScalar(node) || isCollection(node)) && node.anchor) this.anchors.set(node.anchor, node);
      });
    }
    this.pairs = pairs;
  }

  /** The node that an alias stands for, or the node itself. */
  resolve(node: Node | null | undefined): Node | null | undefined {
    return yamlParser().isAlias(node) ? this.anchors.get(node.source) : node;
  }

  /** The pairs of a map, those that `<<` merges into it included. */
  entriesOf(map: YAMLMap): readonly YamlPair[] {
    return (map.items as YamlPair[]).flatMap((pair) => (pair.key?.value === "<<" ? this.mergedEntries(pair.value) : pair));
  }

  private mergedEntries(node: Node | null): readonly YamlPair[] {
    const resolved = this.resolve(node);
    if (yamlParser().isMap(resolved)) return this.entriesOf(resolved);
    return yamlParser().isSeq<Node>(resolved) ? resolved.items.flatMap((item) => this.mergedEntries(item)) : [];
  }

  /** The pair beside another one of the same map. */
  siblingOf(pair: YamlPair, name: string): YamlPair | undefined {
    return (this.parents.get(pair) as YAMLMap | undefined)?.items.find((other) => (other as YamlPair).key?.value === name) as YamlPair | undefined;
  }

  rangeOf(entry: YamlPair | Node): Range {
    const { key, value } = yamlParser().isPair(entry) ? (entry as YamlPair) : { key: entry, value: entry };
    const [start] = (key ?? value)!.range!;
    const [, end] = (value ?? key)!.range!;
    return [start, start + this.text.slice(start, end).trimEnd().length];
  }

  /** Takes an entry out of its map or list, and with the last entry its key; undefined where something would be left that means something else. */
  remove(entry: YamlPair | Node): readonly Edit[] | undefined {
    const collection = this.parents.get(entry) as Collection;
    const items: readonly (YamlPair | Node)[] = collection.items;
    if (items.length === 1) return this.removeOwner(collection, entry);
    if (collection.flow) return removeItems(this.text, items.map((item) => this.rangeOf(item)), items.indexOf(entry), items.indexOf(entry) + 1);
    return removeLines(this.text, [this.startOf(entry), this.rangeOf(entry)[1]]);
  }

  /** The start of a pair, or of the dash in front of an item. */
  private startOf(entry: YamlPair | Node): number {
    const [start] = this.rangeOf(entry);
    const [dash] = yamlParser().isPair(entry) ? [""] : (/-[ \t]+$/.exec(this.text.slice(0, start)) ?? [""]);
    return start - dash.length;
  }

  private removeOwner(collection: Collection, entry: YamlPair | Node): readonly Edit[] | undefined {
    const owner = this.parents.get(collection);
    const map = this.parents.get(owner) as YAMLMap | undefined;
    if (!yamlParser().isPair(owner) || !map || map.flow || map.items.length === 1) return;
    const range: Range = [this.rangeOf(owner as YamlPair)[0], this.rangeOf(collection.flow ? collection : entry)[1]];
    return /[#&]/.test(this.text.slice(...range)) ? undefined : removeLines(this.text, range);
  }
}
