import { enclosingClass } from "./classes.js";
import { functionsNamed, returnedBy } from "./functions.js";
import { argumentsOf, bindingsOf, dottedName, onlyAssignment, type PyModule, scopeOf } from "./module.js";
import { stringValue } from "./strings.js";
import { field, parts, type PyNode, textOf } from "./tree.js";

/** The entries of a dictionary that is written out, `{...}` or `dict(...)`, here or under a name that nothing else binds. */
export function dictionaryEntries(
  node: PyNode | undefined,
  module: PyModule,
): ReadonlyMap<string, { readonly entry: PyNode; readonly value: PyNode }> | undefined {
  if (node?.type === "identifier") return dictionaryEntries(onlyAssignment(node, module), module);
  if (node?.type === "call" && textOf(field(node, "function")!, module.text) === "dict")
    return entriesOf(parts(field(node, "arguments")!), "keyword_argument", "name", module);
  return node?.type === "dictionary" ? entriesOf(parts(node), "pair", "key", module) : undefined;
}

function entriesOf(nodes: readonly PyNode[], type: string, key: string, module: PyModule) {
  const entries = nodes.filter((node) => node.type === type);
  return new Map(
    entries.map((entry) => {
      const name = field(entry, key)!;
      return [
        type === "pair" ? keyOf(name, module) : textOf(name, module.text),
        { entry, value: field(entry, "value")! },
      ] as const;
    }),
  );
}

/** A text, or a constant by its last word: `ldap.OPT_X_TLS_REQUIRE_CERT`. */
function keyOf(key: PyNode, module: PyModule): string {
  return stringValue(key, module.text) ?? dottedName(key, module)?.split(".").at(-1) ?? "";
}

/** An entry of a dictionary: what is shown, what is edited, and its value. */
export interface Entry {
  readonly shown: PyNode;
  readonly value: PyNode;
  /** It holds where a caller says nothing else: `options.setdefault("verify", False)`. */
  readonly isDefault?: boolean;
}

/** An entry of what may be a dictionary: written out, under names, of other dictionaries, returned by a function of the file, or written to it later. */
export function entryOf(
  dictionary: PyNode | undefined,
  key: string,
  module: PyModule,
  seen = new Set<PyNode>(),
): Entry | undefined {
  if (!dictionary || seen.has(dictionary)) return undefined;
  seen.add(dictionary);
  const entry = ownEntry(dictionary, key, module);
  if (entry) return entry;
  for (const source of sourcesOf(dictionary, module)) {
    const found = entryOf(source, key, module, seen);
    if (found) return found;
  }
  return /^(?:identifier|attribute)$/.test(dictionary.type) ? writtenLater(dictionary, key, module) : undefined;
}

function ownEntry(dictionary: PyNode, key: string, module: PyModule): Entry | undefined {
  if (!/^(?:dictionary|call)$/.test(dictionary.type)) return undefined;
  const entry = dictionaryEntries(dictionary, module)?.get(key);
  return entry && { shown: entry.entry, value: entry.value };
}

/** What a dictionary takes its entries from. */
function sourcesOf(node: PyNode, module: PyModule): readonly PyNode[] {
  switch (node.type) {
    case "dictionary":
      return parts(node)
        .filter(({ type }) => type === "dictionary_splat")
        .flatMap(parts);
    case "conditional_expression":
    case "boolean_operator":
    case "binary_operator":
    case "parenthesized_expression":
      return parts(node);
    case "call":
      return sourcesOfCall(node, module);
    case "identifier":
      return bindingsOf(textOf(node, module.text), node, module).flatMap((binding) =>
        binding.kind === "assignment" && binding.value ? [binding.value] : [],
      );
    case "attribute":
      return membersNamed(node, module);
    default:
      return [];
  }
}

/** `dict(base, **more)`, `base.copy()`, `options()`. */
function sourcesOfCall(call: PyNode, module: PyModule): readonly PyNode[] {
  const callee = field(call, "function")!;
  const name = textOf(callee, module.text);
  if (/^(?:dict|copy\.(?:deep)?copy|deepcopy)$/.test(name)) {
    const { positional, spread } = argumentsOf(call, module);
    return [...positional, ...spread];
  }
  const object = name.endsWith(".copy") ? field(callee, "object") : undefined;
  return object ? [object] : functionsNamed(callee, module).flatMap((definition) => returnedBy(definition, module));
}

/** What the body of a class, or a method, gives a member: `self.options`, `Client.options`. */
function membersNamed(member: PyNode, module: PyModule): readonly PyNode[] {
  const [, object = "", name = ""] = /^(\w+)\.(\w+)$/.exec(textOf(member, module.text)) ?? [];
  const [named] = bindingsOf(object, member, module);
  const isOwn = /^(?:self|cls)$/.test(object);
  const owner = isOwn ? enclosingClass(member) : named?.kind === "definition" ? named.at : undefined;
  if (!owner) return [];
  const inBody = module.scopes.get(owner)?.bindings.get(name) ?? [];
  const written = module.assignments.filter(
    (assignment) =>
      textOf(field(assignment, "left")!, module.text) === `self.${name}` && enclosingClass(assignment) === owner,
  );
  return [
    ...inBody.flatMap((binding) => (binding.kind === "assignment" && binding.value ? [binding.value] : [])),
    ...written.flatMap((assignment) => field(assignment, "right") ?? []),
  ];
}

/** The names are the same dictionary: in one scope, or members of one class. */
function isSame(dictionary: PyNode, at: PyNode, module: PyModule): boolean {
  return dictionary.type === "attribute"
    ? enclosingClass(dictionary) === enclosingClass(at)
    : scopeOf(dictionary, module) === scopeOf(at, module);
}

/** `options["verify"] = False`, `options.setdefault("verify", False)`, `options.update(verify=False)`. */
function writtenLater(dictionary: PyNode, key: string, module: PyModule): Entry | undefined {
  const name = textOf(dictionary, module.text);
  const write = module.assignments.find((assignment) => {
    const left = field(assignment, "left");
    if (left?.type !== "subscript" || !isSame(dictionary, assignment, module)) return false;
    const subscript = field(left, "subscript");
    return (
      textOf(field(left, "value")!, module.text) === name &&
      subscript !== undefined &&
      stringValue(subscript, module.text) === key
    );
  });
  const value = write && field(write, "right");
  return write && value ? { shown: write, value } : writtenByCall(dictionary, name, key, module);
}

function writtenByCall(dictionary: PyNode, name: string, key: string, module: PyModule): Entry | undefined {
  if (!/\.(?:setdefault|update)\b/.test(module.text)) return undefined;
  for (const call of module.calls) {
    const callee = textOf(field(call, "function")!, module.text);
    if (!callee.startsWith(`${name}.`) || !isSame(dictionary, call, module)) continue;
    const { positional, keywords } = argumentsOf(call, module);
    const [first, second] = positional;
    if (callee === `${name}.setdefault` && first && second && stringValue(first, module.text) === key)
      return { shown: call, value: second, isDefault: true };
    if (callee !== `${name}.update`) continue;
    const keyword = keywords.get(key);
    const entry = keyword ? { shown: keyword, value: field(keyword, "value")! } : first && ownEntry(first, key, module);
    if (entry) return entry;
  }
  return undefined;
}

// Beyond these a program tells too much to follow.
const maxDepth = 4;

/** The dictionaries that an expression may be, one of another looked up by its key or, where the code does not tell that, by any. */
export function dictionariesOf(
  node: PyNode,
  module: PyModule,
  depth = 0,
): { readonly found: readonly PyNode[]; readonly isSelected: boolean } {
  if (node.type === "identifier") {
    const value = onlyAssignment(node, module);
    return value?.type === "subscript" && depth < maxDepth
      ? dictionariesOf(value, module, depth + 1)
      : { found: [node], isSelected: false };
  }
  if (node.type !== "subscript" || depth >= maxDepth) return { found: [node], isSelected: false };
  const subscript = field(node, "subscript");
  const key = subscript && stringValue(subscript, module.text);
  const outer = dictionariesOf(parts(node)[0]!, module, depth + 1);
  const found = outer.found.flatMap((each) => {
    if (key !== undefined) return entryOf(each, key, module)?.value ?? [];
    return [...(dictionaryEntries(each, module)?.values() ?? [])].map(({ value }) => value);
  });
  return { found, isSelected: outer.isSelected || key === undefined };
}
