import type { Mend } from "../../edits/mend.js";
import type { Edit } from "../../finding.js";
import type { Range } from "../../source-text.js";
import { byName } from "../program/by-name.js";
import type { PyModule } from "../program/module.js";
import { descendants, fields, type PyNode, textOf } from "../program/tree.js";
import { removalOf } from "./lines.js";

/** A mend takes along the imports of which it takes out the last uses, as a person would. */
export function withUnusedImports<M extends Mend>(mend: M, module: PyModule): M {
  const unused = namesTakenOut(mend, module).flatMap((at) => importRemoval(at, module) ?? []);
  return unused.length === 0 ? mend : { ...mend, edits: [...mend.edits, ...unused] };
}

/** What others read of a module, or what reads by names in texts, the tree does not tell. */
const readsByText = /\b__all__\b|\b(?:globals|locals|vars|eval|exec)\s*\(/;

/** The names that imports bind, each once in its file, all of whose uses stand in what is taken out. */
function namesTakenOut({ edits }: Mend, module: PyModule): readonly PyNode[] {
  const { text } = module;
  const taken = edits.map(({ range }) => text.slice(...range)).join("\n");
  const written = edits.map((edit) => edit.text).join("\n");
  return importsOf(module)
    .filter(({ name }) => hasWord(taken, name) && !hasWord(written, name))
    .filter(({ uses }) => uses.every((use) => edits.some(({ range }) => isWithin(use, range))))
    .map(({ at }) => at);
}

/** A name that an import binds, and nothing else in the file. */
interface Import {
  readonly name: string;
  readonly at: PyNode;
  readonly uses: readonly PyNode[];
}

const known = new WeakMap<PyModule, readonly Import[]>();

/** Found once: every mend of the file asks for them. */
function importsOf(module: PyModule): readonly Import[] {
  let imports = known.get(module);
  if (!imports) known.set(module, (imports = findImports(module)));
  return imports;
}

function findImports(module: PyModule): readonly Import[] {
  const { scopes, text, path } = module;
  if (/(?:^|\/)__init__\.py$/.test(path) || readsByText.test(text)) return [];
  const bound = [...scopes.values()].flatMap(({ bindings }) => [...bindings]);
  const counts = new Map<string, number>();
  for (const [name] of bound) counts.set(name, (counts.get(name) ?? 0) + 1);
  const usesOf = usesByName(module);
  return bound.flatMap(([name, [binding, ...others]]) =>
    binding?.kind === "import" && others.length === 0 && counts.get(name) === 1
      ? [{ name, at: binding.at, uses: usesOf.get(name) ?? [] }]
      : [],
  );
}

const hasWord = (text: string, name: string) => new RegExp(`(?<![\\w$])${name}(?![\\w$])`).test(text);

const isWithin = ({ range }: PyNode, [start, end]: Range) => range[0] >= start && range[1] <= end;

/** Where each name is read; members and keywords that are called the same are none. */
function usesByName({ tree, text }: PyModule): ReadonlyMap<string, readonly PyNode[]> {
  return byName(descendants(tree), (node) => {
    const isMember = node.field === "attribute" || (node.field === "name" && node.parent?.type === "keyword_argument");
    return node.type !== "identifier" || isMember || isInImport(node) ? undefined : textOf(node, text);
  });
}

function isInImport(node: PyNode): boolean {
  for (let outer = node.parent; outer; outer = outer.parent)
    if (/^(?:import|future_import)/.test(outer.type)) return true;
  return false;
}

/** The statement, or its one name with the comma that goes with it. */
function importRemoval(name: PyNode, module: PyModule): Edit | undefined {
  const statement = name.parent!;
  const names = fields(statement, "name");
  if (names.length === 1) return withBlankLines(removalOf(statement, module), module);
  if (textOf(statement, module.text).includes("#")) return undefined;
  const index = names.indexOf(name);
  const next = names[index + 1];
  const range: Range = next ? [name.range[0], next.range[0]] : [names[index - 1]!.range[1], name.range[1]];
  return { range, text: "" };
}

/** What is first in a file leaves no blank line at its beginning, nor two where one was. */
function withBlankLines(edit: Edit | undefined, { text }: PyModule): Edit | undefined {
  if (!edit) return undefined;
  const [start, end] = edit.range;
  const isAfterBlank = start === 0 || /\n\r?\n$/.test(text.slice(Math.max(0, start - 3), start));
  const blank = isAfterBlank ? (/^(?:\r?\n)+/.exec(text.slice(end, end + 100))?.[0] ?? "") : "";
  return { ...edit, range: [start, end + blank.length] };
}
