import { byAttribute } from "../program/by-attribute.js";
import { type Entry, entryOf } from "../program/dictionaries.js";
import { argumentsOf, canonicalName, dottedName, mentions, onlyAssignment, type PyModule } from "../program/module.js";
import { field, type PyNode, textOf } from "../program/tree.js";
import type { PyClient, PyPlace } from "./define-client.js";
import { calledName, comesFrom, headOf, isMadeBy, isOfAny } from "./makers.js";
import { isStranger } from "./strangers.js";

const imported = new WeakMap<PyModule, ReadonlySet<string | undefined>>();

/** Whether a file has anything to do with a client. */
export function isImported({ module: name }: PyClient, module: PyModule): boolean {
  return isImportOf(name, module);
}

/** Whether a file imports something of a package. */
export function isImportOf(name: string, module: PyModule): boolean {
  const heads = imported.get(module) ?? new Set(importsOf(module));
  imported.set(module, heads);
  return heads.has(name);
}

function* importsOf({ scopes }: PyModule): Generator<string | undefined> {
  for (const { bindings } of scopes.values())
    for (const named of bindings.values())
      for (const binding of named) if (binding.kind === "import") yield headOf(canonicalName(binding.name));
}

/** Calls by their dotted names, and methods of those names of what the client's own calls have made. */
export function callsOf(names: readonly string[], client: PyClient, module: PyModule): readonly PyNode[] {
  if (names.length === 0) return [];
  return module.calls.filter((call) => {
    const { callee } = appliedIn(call, module);
    const last = callee && lastWord(callee, module);
    return last !== undefined && names.includes(last) && comesFrom(callee!, client, module);
  });
}

/** Methods with the client's own keywords, of objects of which the file does not tell who made them. */
export function callsOnStrangers(client: PyClient, known: readonly PyClient[], module: PyModule): readonly PyNode[] {
  const { strangers } = client;
  const options = client.options.filter(
    ({ keyword, position, calls }) =>
      strangers?.calls.some((name) => calls?.includes(name) ?? true) &&
      (position !== undefined || mentions(keyword, module)),
  );
  if (!strangers || options.length === 0 || !strangers.calls.some((name) => mentions(`.${name}`, module))) return [];
  const isAnyObject = strangers.named === undefined || isImported(client, module);
  const asked = strangers.calls.flatMap((name) => methodCalls(name, module));
  return asked.filter((call) => {
    const object = field(appliedIn(call, module).callee, "object");
    if (!object || !options.some((option) => givenIn(call, option, module))) return false;
    return isStranger(object, strangers.named, isAnyObject, module) && !isOfAny(known, object, module);
  });
}

/** Calls of a method by its name. */
const methodCalls = byAttribute(
  ({ calls }) => calls,
  (call, module) => appliedIn(call, module).callee,
);

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
  /** The dictionary of its keywords, where they stand apart: `Thread(target=f, kwargs={...})`. */
  readonly keywords?: PyNode;
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
  if (position === undefined) return targetOf(call, name, module) ?? { callee, before: 0 };
  const { positional, hasUnknownPositions } = argumentsOf(call, module);
  const handed = hasUnknownPositions ? undefined : positional[position];
  return handed && /^(?:attribute|identifier)$/.test(handed.type)
    ? { callee: handed, before: position + 1 }
    : { callee, before: 0 };
}

/** `Thread(target=ws.run_forever, kwargs={"sslopt": ...})`. */
function targetOf(call: PyNode, name: string | undefined, module: PyModule): Applied | undefined {
  if (name === undefined || !/(?:^|\.)(?:Thread|Process|Timer)$/.test(name)) return undefined;
  const { keywords, positional } = argumentsOf(call, module);
  const target = field(keywords.get("target") ?? keywords.get("function"), "value");
  const given = field(keywords.get("kwargs"), "value");
  return target && given && /^(?:attribute|identifier)$/.test(target.type)
    ? { callee: target, before: positional.length, keywords: given }
    : undefined;
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
  const dotted = calledName(callee, module);
  if (dotted) return dotted.split(".").at(-1);
  const name = callee.type === "attribute" ? field(callee, "attribute") : undefined;
  return name && textOf(name, module.text);
}

/** What a call gives for an option, by keyword, by position, in a dictionary of its own, or in one that is spread. */
export function givenIn(call: PyNode, place: PyPlace, module: PyModule): Entry | undefined {
  const { keywords, spread, hasUnknownPositions, ...given } = argumentsOf(call, module);
  const applied = appliedIn(call, module);
  const positional = given.positional.slice(applied.before);
  if (applied.keywords) return givenApart(applied.keywords, place, module);
  if (place.named !== undefined) {
    const [name, value] = hasUnknownPositions ? [] : positional.slice(place.named);
    return name && value && lastWord(name, module) === place.keyword ? { shown: call, value } : undefined;
  }
  if (place.within !== undefined) {
    const [outermost = "", ...inner] = place.within.split(".");
    const outer = keywords.get(outermost);
    const at = hasUnknownPositions || place.position === undefined ? undefined : positional[place.position];
    let dictionary = outer ? field(outer, "value") : (at ?? firstEntry(spread, outermost, module)?.value);
    for (const key of inner) dictionary = entryOf(dictionary, key, module)?.value;
    return entryOf(dictionary, place.keyword, module);
  }
  const keyword = keywords.get(place.keyword);
  if (keyword) return { shown: keyword, value: field(keyword, "value")! };
  const at = place.position === undefined || hasUnknownPositions ? undefined : positional[place.position];
  if (at) return { shown: at, value: at };
  return firstEntry(spread, place.keyword, module);
}

/** `create_connection("ws://" + host)`: whatever it is told, no TLS is spoken. */
export function isPlaintext(call: PyNode, { plaintext }: PyClient, module: PyModule): boolean {
  const given = plaintext && givenIn(call, plaintext, module);
  if (!given) return false;
  const address =
    given.value.type === "identifier" ? (onlyAssignment(given.value, module) ?? given.value) : given.value;
  return new RegExp(String.raw`^\w{0,2}["']${plaintext.scheme}://`).test(textOf(address, module.text));
}

function firstEntry(dictionaries: readonly PyNode[], key: string, module: PyModule): Entry | undefined {
  for (const dictionary of dictionaries) {
    const entry = entryOf(dictionary, key, module);
    if (entry) return entry;
  }
  return undefined;
}

function givenApart(keywords: PyNode, { within, keyword }: PyPlace, module: PyModule): Entry | undefined {
  let dictionary: PyNode | undefined = keywords;
  for (const key of within?.split(".") ?? []) dictionary = entryOf(dictionary, key, module)?.value;
  return entryOf(dictionary, keyword, module);
}
