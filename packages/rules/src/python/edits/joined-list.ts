import type { NarrowedList } from "../../edits/cipher-list.js";
import type { Edit } from "../../finding.js";
import { onlyAssignment, type PyModule } from "../program/module.js";
import { contentRange, stringValue } from "../program/strings.js";
import { field, parts, type PyNode, textOf } from "../program/tree.js";
import { replacement } from "./lines.js";

/** What narrows `":".join([...])` element by element; undefined where the list has other readers, its elements are not the list's items, or a comment stands in it. */
export function narrowedElements(join: PyNode, narrowed: NarrowedList, module: PyModule): Edit | undefined {
  const { dropped, added, place } = narrowed;
  const list = joinedList(join, module);
  const elements = list ? parts(list) : [];
  const items = elements.map((element) => stringValue(element, module.text));
  if (!list || !dropped.every((item) => items.includes(item)) || hasComment(list)) return undefined;
  const kept = elements.flatMap((element, index): readonly (readonly [separator: string, written: string])[] => {
    const separator = separatorBefore(elements, index, module);
    if (items[index] !== place)
      return dropped.includes(items[index]!) ? [] : [[separator, textOf(element, module.text)]];
    return added.map((item) => [separator, rewritten(element, item, module)]);
  });
  // `("a")` is no tuple
  if (kept.length === 0 || (kept.length === 1 && list.type === "tuple")) return undefined;
  const text = kept.map(([separator, written], index) => (index === 0 ? written : separator + written)).join("");
  return replacement({ range: [elements[0]!.range[0], elements.at(-1)!.range[1]] }, text);
}

/** The list that is joined: written there, or under a name that is read there alone. */
function joinedList(join: PyNode, module: PyModule): PyNode | undefined {
  const callee = join.type === "call" ? field(join, "function") : undefined;
  const [argument] = callee ? parts(field(join, "arguments")!) : [];
  if (
    callee?.type !== "attribute" ||
    textOf(callee, module.text) !== `${textOf(field(callee, "object")!, module.text)}.join`
  )
    return undefined;
  const list =
    argument?.type === "identifier" && isReadOnce(argument, module) ? onlyAssignment(argument, module) : argument;
  return list?.type === "list" || list?.type === "tuple" ? list : undefined;
}

/** Its binding and one use: what else has the name may be another's, and is counted all the same. */
function isReadOnce(name: PyNode, { text }: PyModule): boolean {
  const word = textOf(name, text);
  return text.split(new RegExp(String.raw`(?<![\w.])${word}(?!\w)`)).length - 1 === 2;
}

const hasComment = ({ children }: PyNode) => children.some(({ type }) => type === "comment");

function separatorBefore(elements: readonly PyNode[], index: number, { text }: PyModule): string {
  const [before, after] = index === 0 ? [elements[0], elements[1]] : [elements[index - 1], elements[index]];
  return after ? text.slice(before!.range[1], after.range[0]) : ", ";
}

function rewritten(element: PyNode, item: string, { text }: PyModule): string {
  const range = contentRange(element);
  return range ? text.slice(element.range[0], range[0]) + item + text.slice(range[1], element.range[1]) : `"${item}"`;
}
