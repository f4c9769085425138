import { printable } from "../../../../terminal/printable.js";

type Child = Node | string;
type Attributes = Readonly<Record<string, string>>;

/** An element with attributes and children; strings become text, never markup. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes,
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  return filled(document.createElement(name), attributes, children);
}

export function svgElement(name: "svg" | "rect", attributes: Attributes, ...children: readonly Child[]): SVGElement {
  return filled(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, children);
}

function filled<Made extends Element>(made: Made, attributes: Attributes, children: readonly Child[]): Made {
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** A part that the page has. */
export function part(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no #${id}.`);
  return found;
}

export function code(text: string): HTMLElement {
  return element("code", {}, printable(text));
}

/** A message in which code stands between backticks. */
export function message(text: string): readonly Child[] {
  const parts = text.split("`");
  if (parts.length % 2 === 0) return [printable(text)];
  return parts.map((word, index) => (index % 2 === 0 ? printable(word) : code(word)));
}

/** The reader of the page leaves no trace where the link goes. */
export function link(text: string, address: string): HTMLElement {
  return element("a", { href: address, rel: "noreferrer" }, text);
}
