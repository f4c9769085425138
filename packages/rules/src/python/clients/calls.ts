import { argumentsOf, bindingsOf, canonicalName, dottedName, type PyModule, scopeOf } from "../program/module.js";
import { stringValue } from "../program/strings.js";
import { descendants, field, parts, type PyNode, textOf } from "../program/tree.js";
import { dictionaryEntries, enclosingClass } from "../program/values.js";
import type { PyClient, PyPlace } from "./define-client.js";

const imported = new WeakMap<PyModule, ReadonlySet<string | undefined>>();

/** Whether a file has anything to do with a client. */
export function isImported({ module: name }: PyClient, module: PyModule): boolean {
  const heads = imported.get(module) ?? new Set(importsOf(module));
  imported.set(module, heads);
  return heads.has(name);
}

function* importsOf({ scopes }: PyModule): Generator<string | undefined> {
  for (const { bindings } of scopes.values())
    for (const named of bindings.values())
      for (const binding of named) if (binding.kind === "import") yield headOf(canonicalName(binding.name));
}

const headOf = (dotted: string) => dotted.split(".")[0];

/** Calls by their dotted names, and methods of those names of what the client's own calls have made. */
export function callsOf(names: readonly string[], client: PyClient, module: PyModule): readonly PyNode[] {
  if (names.length === 0) return [];
  return module.calls.filter((call) => {
    const { callee } = appliedIn(call, module);
    const last = callee && lastWord(callee, module);
    return last !== undefined && names.includes(last) && comesFrom(callee!, client, module);
  });
}

/** `getattr(requests, method)(...)`: calls of the client, of which the code does not tell which. */
export function callsByName(client: PyClient, module: PyModule): readonly PyNode[] {
  if (!module.text.includes("getattr(")) return [];
  return module.calls.filter((call) => {
    const callee = field(call, "function");
    return callee?.type === "call" && lastWord(callee, module) === undefined && isMemberByName(callee, client, module);
  });
}

/** What a call calls, and how many of its arguments stand before those of that. */
interface Applied {
  readonly callee: PyNode | undefined;
  readonly before: number;
}

/** Calls that hand a function on with its arguments: by their dotted names or by the method, and where the function stands. */
const appliers: Readonly<Record<string, number>> = {
  "functools.partial": 0,
  "functools.partialmethod": 0,
  "asyncio.to_thread": 0,
  submit: 0,
  run_in_executor: 1,
};

const applied = new WeakMap<PyNode, Applied>();

/** `partial(requests.get, verify=False)` calls `requests.get`. */
export function appliedIn(call: PyNode, module: PyModule): Applied {
  const known = applied.get(call) ?? readApplied(call, module);
  applied.set(call, known);
  return known;
}

function readApplied(call: PyNode, module: PyModule): Applied {
  const callee = field(call, "function");
  const name = callee && (dottedName(callee, module) ?? lastWord(callee, module));
  const position = name !== undefined && Object.hasOwn(appliers, name) ? appliers[name] : undefined;
  if (position === undefined) return { callee, before: 0 };
  const { positional, hasUnknownPositions } = argumentsOf(call, module);
  const handed = hasUnknownPositions ? undefined : positional[position];
  return handed && /^(?:attribute|identifier)$/.test(handed.type)
    ? { callee: handed, before: position + 1 }
    : { callee, before: 0 };
}

/** `getattr(requests, method)`, where the code does not tell the method. */
function isMemberByName(callee: PyNode, client: PyClient, module: PyModule): boolean {
  const getter = callee.type === "call" ? field(callee, "function") : undefined;
  if (getter?.type !== "identifier" || textOf(getter, module.text) !== "getattr") return false;
  const [object] = argumentsOf(callee, module).positional;
  if (!object) return false;
  const dotted = dottedName(object, module);
  return dotted === undefined ? isMadeBy(object, client, module) : headOf(dotted) === client.module;
}

/** The last word of what is called. */
export function lastWord(callee: PyNode, module: PyModule): string | undefined {
  const dotted = dottedName(callee, module);
  if (dotted) return dotted.split(".").at(-1);
  const name = callee.type === "attribute" ? field(callee, "attribute") : undefined;
  return name && textOf(name, module.text);
}

// Beyond these a program tells too much to follow.
const maxDepth = 6;

/** The callee is of the client's module, or a method of an object that one of its calls has made. */
function comesFrom(callee: PyNode, client: PyClient, module: PyModule, depth = 0): boolean {
  if (depth > maxDepth) return false;
  const dotted = dottedName(callee, module);
  if (dotted !== undefined) return headOf(dotted) === client.module;
  const object = field(callee, "object");
  return object !== undefined && isMadeBy(object, client, module, depth + 1);
}

/** Whether an object is one of the client's: by the call that made it, by its annotation, or by the class whose `self` it is. */
export function isMadeBy(object: PyNode, client: PyClient, module: PyModule, depth = 0): boolean {
  if (depth > maxDepth) return false;
  switch (object.type) {
    case "call":
      return isSuper(object, module)
        ? isInSubclass(object, client, module, depth)
        : comesFrom(field(object, "function")!, client, module, depth + 1);
    case "await":
    case "boolean_operator":
    case "conditional_expression":
    case "parenthesized_expression":
      return parts(object).some((part) => isMadeBy(part, client, module, depth + 1));
    case "identifier":
      return isNameMadeBy(object, client, module, depth);
    case "attribute":
      return isMemberMadeBy(object, client, module, depth);
    default:
      return false;
  }
}

const isSuper = (call: PyNode, { text }: PyModule) => textOf(field(call, "function")!, text) === "super";

/** `class Api(requests.Session)`. */
function isInSubclass(node: PyNode, client: PyClient, module: PyModule, depth: number): boolean {
  const bases = field(enclosingClass(node), "superclasses");
  return bases !== undefined && parts(bases).some((base) => comesFrom(base, client, module, depth + 1));
}

function isNameMadeBy(name: PyNode, client: PyClient, module: PyModule, depth: number): boolean {
  if (textOf(name, module.text) === "self") return isInSubclass(name, client, module, depth);
  return bindingsOf(textOf(name, module.text), name, module).some(
    (binding) =>
      isAnnotated(binding.at, client, module, depth) ||
      (binding.kind === "assignment" &&
        binding.value !== undefined &&
        isMadeBy(binding.value, client, module, depth + 1)),
  );
}

/** `session: requests.Session`, `Optional[Session]`, `"Session | None"` not: that is a text. */
function isAnnotated(declaration: PyNode, client: PyClient, module: PyModule, depth: number): boolean {
  const annotation = /^(?:typed_|assignment)/.test(declaration.type) ? field(declaration, "type") : undefined;
  return (
    annotation !== undefined &&
    [...descendants(annotation)].some(
      (part) => /^(?:identifier|attribute)$/.test(part.type) && comesFrom(part, client, module, depth + 1),
    )
  );
}

function isMemberMadeBy(member: PyNode, client: PyClient, module: PyModule, depth: number): boolean {
  const owner = enclosingClass(member);
  const text = textOf(member, module.text);
  const isOwn = module.assignments.some((assignment) => {
    const value = field(assignment, "right");
    if (enclosingClass(assignment) !== owner || textOf(field(assignment, "left")!, module.text) !== text) return false;
    return (
      isAnnotated(assignment, client, module, depth) ||
      (value !== undefined && isMadeBy(value, client, module, depth + 1))
    );
  });
  return isOwn || isField(text, owner, client, module, depth) || isMemberOfMade(member, client, module, depth);
}

/** `api.session` of an object that the client has made. */
function isMemberOfMade(member: PyNode, client: PyClient, module: PyModule, depth: number): boolean {
  const object = field(member, "object");
  const isOther = object?.type === "identifier" && textOf(object, module.text) !== "self";
  return isOther && dottedName(object, module) === undefined && isMadeBy(object, client, module, depth + 1);
}

/** `session: Session` in the body of the class. */
function isField(text: string, owner: PyNode | undefined, client: PyClient, module: PyModule, depth: number): boolean {
  const name = /^self\.(\w+)$/.exec(text)?.[1];
  const bindings = (owner && name !== undefined && module.scopes.get(owner)?.bindings.get(name)) || [];
  return bindings.some(({ at }) => isAnnotated(at, client, module, depth));
}

/** An option as a call gives it: what is shown, what is edited, and its value. */
export interface Given {
  readonly shown: PyNode;
  readonly value: PyNode;
  /** It holds where a caller says nothing else: `options.setdefault("verify", False)`. */
  readonly isDefault?: boolean;
}

/** What a call gives for an option, by keyword, by position, in a dictionary of its own, or in one that is spread. */
export function givenIn(call: PyNode, place: PyPlace, module: PyModule): Given | undefined {
  const { keywords, spread, hasUnknownPositions, ...given } = argumentsOf(call, module);
  const positional = given.positional.slice(appliedIn(call, module).before);
  if (place.named !== undefined) {
    const [name, value] = hasUnknownPositions ? [] : positional.slice(place.named);
    return name && value && lastWord(name, module) === place.keyword ? { shown: call, value } : undefined;
  }
  if (place.within !== undefined) {
    const [outermost = "", ...inner] = place.within.split(".");
    const outer = keywords.get(outermost);
    const at = hasUnknownPositions || place.position === undefined ? undefined : positional[place.position];
    let dictionary = outer ? field(outer, "value") : at;
    for (const key of inner) dictionary = entryOf(dictionary, key, module)?.value;
    return entryOf(dictionary, place.keyword, module);
  }
  const keyword = keywords.get(place.keyword);
  if (keyword) return { shown: keyword, value: field(keyword, "value")! };
  const at = place.position === undefined || hasUnknownPositions ? undefined : positional[place.position];
  if (at) return { shown: at, value: at };
  for (const dictionary of spread) {
    const entry = entryOf(dictionary, place.keyword, module);
    if (entry) return entry;
  }
  return undefined;
}

/** An entry of a dictionary that is written out, or written to it later. */
function entryOf(dictionary: PyNode | undefined, key: string, module: PyModule): Given | undefined {
  const entry = dictionaryEntries(dictionary, module)?.get(key);
  if (entry) return { shown: entry.entry, value: entry.value };
  if (dictionary?.type !== "identifier") return undefined;
  const scope = scopeOf(dictionary, module);
  const name = textOf(dictionary, module.text);
  const write = module.assignments.find((assignment) => {
    const left = field(assignment, "left");
    if (left?.type !== "subscript" || scopeOf(assignment, module) !== scope) return false;
    const subscript = field(left, "subscript");
    return (
      textOf(field(left, "value")!, module.text) === name &&
      subscript !== undefined &&
      stringValue(subscript, module.text) === key
    );
  });
  const value = write && field(write, "right");
  return write && value ? { shown: write, value } : givenDefault(dictionary, key, module);
}

/** `options.setdefault("verify", False)`. */
function givenDefault(dictionary: PyNode, key: string, module: PyModule): Given | undefined {
  if (!module.text.includes(".setdefault")) return undefined;
  const scope = scopeOf(dictionary, module);
  const setter = `${textOf(dictionary, module.text)}.setdefault`;
  for (const call of module.calls) {
    if (textOf(field(call, "function")!, module.text) !== setter || scopeOf(call, module) !== scope) continue;
    const [name, value] = argumentsOf(call, module).positional;
    if (name && value && stringValue(name, module.text) === key) return { shown: call, value, isDefault: true };
  }
  return undefined;
}
