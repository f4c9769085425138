import { enclosingClass } from "./classes.js";
import { dictionariesOf, entryOf } from "./dictionaries.js";
import { type Guard, guardsOf } from "./guards.js";
import { argumentsOf, bindingsOf, dottedName, onlyAssignment, type PyModule } from "./module.js";
import type { Binding } from "./scopes.js";
import { stringValue } from "./strings.js";
import { field, parts, type PyNode, textOf } from "./tree.js";

/** What an expression may be: a literal, a constant by its dotted name, or what the code does not tell. */
export type PyValue = {
  /** Where the value is written. */
  readonly at: PyNode;
  /** What decides that the expression has this value and not another. */
  readonly guards: readonly Guard[];
  /** The value is what a caller gets who says nothing else. */
  readonly isDefault: boolean;
} & (
  | { readonly kind: "literal"; readonly value: string | number | boolean | null }
  | { readonly kind: "constant"; readonly name: string }
  | { readonly kind: "unknown" }
);

type Known = Omit<PyValue & { kind: "literal" }, "at" | "guards" | "isDefault"> | { kind: "constant"; name: string };

// Beyond these a program tells too much to follow; what is left is unknown.
const maxValues = 16;
const maxDepth = 12;

/** Every value that an expression may have, as far as its own file tells. */
export function valuesOf(node: PyNode | undefined, module: PyModule): readonly PyValue[] {
  if (!node) return [];
  const values = follow(node, module, { depth: 0, guards: [], isDefault: false });
  return values.length > maxValues ? [unknown(node, { depth: 0, guards: [], isDefault: false })] : values;
}

/** The one value that an expression always has. */
export function onlyValue(node: PyNode | undefined, module: PyModule): PyValue | undefined {
  const [value, ...others] = valuesOf(node, module);
  return value && value.kind !== "unknown" && others.length === 0 && value.guards.length === 0 ? value : undefined;
}

interface Path {
  readonly depth: number;
  readonly guards: readonly Guard[];
  readonly isDefault: boolean;
}

function unknown(at: PyNode, { guards, isDefault }: Path): PyValue {
  return { kind: "unknown", at, guards, isDefault };
}

function known(at: PyNode, { guards, isDefault }: Path, what: Known): readonly PyValue[] {
  return [{ ...what, at, guards, isDefault }];
}

function follow(node: PyNode, module: PyModule, path: Path): readonly PyValue[] {
  if (path.depth > maxDepth) return [unknown(node, path)];
  const deeper = { ...path, depth: path.depth + 1 };
  switch (node.type) {
    case "string":
    case "concatenated_string":
      return ofText(stringValue(node, module.text), node, path);
    case "true":
      return known(node, path, { kind: "literal", value: true });
    case "false":
      return known(node, path, { kind: "literal", value: false });
    case "none":
      return known(node, path, { kind: "literal", value: null });
    case "integer":
      return ofInteger(node, module, path);
    case "parenthesized_expression":
      return parts(node).length === 1 ? follow(parts(node)[0]!, module, deeper) : [unknown(node, path)];
    case "conditional_expression":
    case "boolean_operator":
      return ofChoice(node, module, deeper);
    case "binary_operator":
      return ofSum(node, module, deeper);
    case "call":
      return ofCall(node, module, deeper);
    case "attribute":
      return ofAttribute(node, module, deeper);
    case "subscript":
      return ofEntry(node, module, deeper);
    case "identifier":
      return ofName(node, module, deeper);
    default:
      return [unknown(node, path)];
  }
}

function ofText(value: string | undefined, node: PyNode, path: Path): readonly PyValue[] {
  return value === undefined ? [unknown(node, path)] : known(node, path, { kind: "literal", value });
}

function ofInteger(node: PyNode, { text }: PyModule, path: Path): readonly PyValue[] {
  const value = Number(textOf(node, text).replaceAll("_", "").replace(/[lL]$/, ""));
  return Number.isSafeInteger(value) ? known(node, path, { kind: "literal", value }) : [unknown(node, path)];
}

/** `a if c else b`, `a or b`: either side, each when its condition says so. */
function ofChoice(node: PyNode, module: PyModule, path: Path): readonly PyValue[] {
  const isConditional = node.type === "conditional_expression";
  const [first, condition, otherwise] = parts(node);
  const sides = isConditional ? [first, otherwise] : [field(node, "left"), field(node, "right")];
  if (sides.includes(undefined) || (isConditional && !condition)) return [unknown(node, path)];
  return sides.flatMap((side) => {
    const own = guardsBetween(side!, node, module);
    return follow(side!, module, { ...path, guards: [...path.guards, ...own] });
  });
}

function guardsBetween(side: PyNode, choice: PyNode, module: PyModule): readonly Guard[] {
  const around = new Set(guardsOf(choice, module).map(({ condition }) => condition));
  return guardsOf(side, module).filter(({ condition }) => !around.has(condition));
}

/** Texts joined by `+`. */
function ofSum(node: PyNode, module: PyModule, path: Path): readonly PyValue[] {
  const operator = field(node, "operator");
  if (!operator || textOf(operator, module.text) !== "+") return [unknown(node, path)];
  const sides = [field(node, "left"), field(node, "right")].map((side) => side && follow(side, module, path));
  const texts = sides.map((values) => (values?.length === 1 && values[0]?.kind === "literal" ? values[0].value : null));
  return texts.every((text) => typeof text === "string")
    ? known(node, path, { kind: "literal", value: texts.join("") })
    : [unknown(node, path)];
}

/** `":".join([...])`, `"...".encode()`, `str("...")`, `getattr(ssl, "CERT_NONE")`. */
function ofCall(node: PyNode, module: PyModule, path: Path): readonly PyValue[] {
  const constant = dottedName(node, module);
  if (constant) return known(node, path, { kind: "constant", name: constant });
  const callee = field(node, "function");
  const list = field(node, "arguments");
  const [argument] = list ? parts(list) : [];
  if (callee?.type === "identifier" && /^(?:str|bytes|unicode)$/.test(textOf(callee, module.text)) && argument)
    return follow(argument, module, path);
  const method = callee?.type === "attribute" ? textOf(field(callee, "attribute")!, module.text) : undefined;
  const object = callee && field(callee, "object");
  if (method === "encode" && object) return follow(object, module, path);
  if (method === "join" && object && argument) return ofText(joined(object, argument, module), node, path);
  return ofLookup(node, module, path) ?? [unknown(node, path)];
}

/** Calls that look something up, and where what they give without it stands: by the last word of what is called. */
const lookups: Readonly<Record<string, number>> = { get: 1, getenv: 1, pop: 1, getattr: 2 };

/** `config.get("verify", False)`: the second where nobody says anything else. */
function ofLookup(call: PyNode, module: PyModule, path: Path): readonly PyValue[] | undefined {
  const name = /(?:^|\.)(get|getenv|pop|getattr)$/.exec(textOf(field(call, "function")!, module.text))?.[1];
  const { positional, keywords, hasUnknownPositions } = argumentsOf(call, module);
  const place = name === undefined || hasUnknownPositions ? undefined : lookups[name];
  const otherwise = place === undefined ? undefined : (positional[place] ?? field(keywords.get("default"), "value"));
  return otherwise && [...follow(otherwise, module, { ...path, isDefault: true }), unknown(call, path)];
}

function joined(separator: PyNode, list: PyNode, module: PyModule): string | undefined {
  const between = stringValue(separator, module.text);
  const elements = listElements(list, module)?.map((element) => stringValue(element, module.text));
  return between === undefined || !elements || elements.includes(undefined) ? undefined : elements.join(between);
}

/** The elements of a list or tuple that is written out, here or under a name that nothing else binds. */
export function listElements(node: PyNode, module: PyModule): readonly PyNode[] | undefined {
  if (node.type === "list" || node.type === "tuple") return parts(node);
  const value = node.type === "identifier" ? onlyAssignment(node, module) : undefined;
  return value && (value.type === "list" || value.type === "tuple") ? parts(value) : undefined;
}

function ofAttribute(node: PyNode, module: PyModule, path: Path): readonly PyValue[] {
  const name = dottedName(node, module);
  if (name) return known(node, path, { kind: "constant", name });
  const object = field(node, "object");
  const attribute = textOf(field(node, "attribute")!, module.text);
  if (object && textOf(object, module.text) === "self") return ofMember(node, attribute, module, path);
  return object?.type === "identifier" ? ofOther(object, attribute, node, module, path) : [unknown(node, path)];
}

/** `args.verify` of an argparse.ArgumentParser: its default, where the command line says nothing else. */
function ofArgument(attribute: string, node: PyNode, module: PyModule, path: Path): readonly PyValue[] {
  const option = module.calls.find((call) => {
    const callee = field(call, "function")!;
    if (!textOf(callee, module.text).endsWith(".add_argument")) return false;
    const { positional, keywords } = argumentsOf(call, module);
    const dest = field(keywords.get("dest"), "value");
    const names = dest ? [dest] : positional;
    return names.some((name) => stringValue(name, module.text)?.replace(/^--?/, "").replaceAll("-", "_") === attribute);
  });
  const { keywords } = option ? argumentsOf(option, module) : {};
  const fallback = field(keywords?.get("default"), "value");
  const action = field(keywords?.get("action"), "value");
  const isSwitch = !fallback && action !== undefined && stringValue(action, module.text) === "store_true";
  const byDefault = { ...path, isDefault: true };
  return [
    ...(fallback ? follow(fallback, module, byDefault) : []),
    ...(isSwitch ? known(action, byDefault, { kind: "literal", value: false }) : []),
    unknown(node, path),
  ];
}

/** `Config.VERIFY` of a class of the file; of an object of it, what nobody has said otherwise. */
function ofOther(object: PyNode, attribute: string, node: PyNode, module: PyModule, path: Path): readonly PyValue[] {
  const made = onlyAssignment(object, module);
  if (made?.type === "call" && /\.parse_(?:known_)?args$/.test(textOf(field(made, "function")!, module.text)))
    return ofArgument(attribute, node, module, path);
  const named = made?.type === "call" ? field(made, "function") : object;
  const [definition, ...others] =
    named?.type === "identifier" ? bindingsOf(textOf(named, module.text), named, module) : [];
  if (definition?.at.type !== "class_definition" || others.length > 0) return [unknown(node, path)];
  const inBody = module.scopes.get(definition.at)?.bindings.get(attribute) ?? [];
  const isDefault = path.isDefault || named !== object;
  const values = inBody.flatMap((binding) => ofBinding(binding, node, module, { ...path, isDefault }));
  return values.length > 0 ? values : [unknown(node, path)];
}

/** `settings["verify"]`, where the file tells the dictionary; of one that is looked up by what it does not tell, each. */
function ofEntry(node: PyNode, module: PyModule, path: Path): readonly PyValue[] {
  const [dictionary] = parts(node);
  const subscript = field(node, "subscript");
  const key = subscript && stringValue(subscript, module.text);
  if (!dictionary || key === undefined) return [unknown(node, path)];
  const { found, isSelected } = dictionariesOf(dictionary, module);
  const entries = found.flatMap((each) => entryOf(each, key, module) ?? []);
  const isDefault = path.isDefault || isSelected;
  const values = entries.slice(0, maxValues).flatMap(({ value }) => follow(value, module, { ...path, isDefault }));
  return values.length > 0 ? values : [unknown(node, path)];
}

/** `self.x`: what the class body and every method of the class give it. */
function ofMember(node: PyNode, attribute: string, module: PyModule, path: Path): readonly PyValue[] {
  const owner = enclosingClass(node);
  if (!owner) return [unknown(node, path)];
  const inBody = module.scopes.get(owner)?.bindings.get(attribute) ?? [];
  const written = module.assignments.filter(
    (assignment) =>
      assignment.type === "assignment" &&
      enclosingClass(assignment) === owner &&
      isMember(field(assignment, "left"), attribute, module),
  );
  const values = [
    ...inBody.flatMap((binding) => ofBinding(binding, node, module, path)),
    ...written.flatMap((assignment) => {
      const value = field(assignment, "right");
      const guards = [...path.guards, ...guardsOf(assignment, module)];
      return value ? follow(value, module, { ...path, guards }) : [];
    }),
  ];
  return values.length > 0 ? values : [unknown(node, path)];
}

function isMember(target: PyNode | undefined, attribute: string, { text }: PyModule): boolean {
  return target?.type === "attribute" && textOf(target, text) === `self.${attribute}`;
}

function ofName(node: PyNode, module: PyModule, path: Path): readonly PyValue[] {
  const name = dottedName(node, module);
  if (name) return known(node, path, { kind: "constant", name });
  const bindings = bindingsOf(textOf(node, module.text), node, module);
  if (bindings.length === 0 || bindings.length > maxValues) return [unknown(node, path)];
  return bindings.flatMap((binding) => ofBinding(binding, node, module, path));
}

function ofBinding(binding: Binding, node: PyNode, module: PyModule, path: Path): readonly PyValue[] {
  if (binding.kind === "assignment" && binding.value) {
    const guards = bindingGuards(binding.at, node, module);
    return follow(binding.value, module, { ...path, guards: [...path.guards, ...guards] });
  }
  if (binding.kind === "parameter" && binding.default)
    return [...follow(binding.default, module, { ...path, isDefault: true }), unknown(binding.at, path)];
  if (binding.kind === "import") return known(node, path, { kind: "constant", name: binding.name });
  return [unknown(binding.at, path)];
}

/** Conditions that stand around the assignment and not around the use as well. */
function bindingGuards(assignment: PyNode, use: PyNode, module: PyModule): readonly Guard[] {
  const around = new Set(guardsOf(use, module).map(({ condition }) => condition));
  return guardsOf(assignment, module).filter(({ condition }) => !around.has(condition));
}

/** The named constant, without its module: `CERT_NONE` for `ssl.CERT_NONE` and `ssl.VerifyMode.CERT_NONE`. */
export function constantOf(value: PyValue): string | undefined {
  return value.kind === "constant" ? value.name.split(".").at(-1) : undefined;
}
