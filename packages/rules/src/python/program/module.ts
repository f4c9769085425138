import { type Binding, readScopes, type Scope, scopeNode } from "./scopes.js";
import { stringValue } from "./strings.js";
import { descendants, field, parts, type PyFile, type PyNode, textOf } from "./tree.js";

/** A Python file, read once for all rules. */
export interface PyModule extends PyFile {
  readonly scopes: ReadonlyMap<PyNode, Scope>;
  readonly calls: readonly PyNode[];
  /** `a = b` and `a |= b`. */
  readonly assignments: readonly PyNode[];
  readonly strings: readonly PyNode[];
  readonly comments: readonly PyNode[];
  /** `return value` */
  readonly returns: readonly PyNode[];
  /** Whether Python 3 cannot parse it. */
  readonly isPython2: boolean;
}

const python2Nodes = ["print_statement", "exec_statement"];

export function readModule(file: PyFile): PyModule {
  const byType = new Map<string, PyNode[]>();
  for (const node of descendants(file.tree)) {
    const known = byType.get(node.type);
    if (known) known.push(node);
    else byType.set(node.type, [node]);
  }
  const ofType = (type: string): readonly PyNode[] => byType.get(type) ?? [];
  const byPlace = (left: PyNode, right: PyNode) => left.range[0] - right.range[0] || right.range[1] - left.range[1];
  return {
    ...file,
    scopes: readScopes(file.tree, file.text),
    calls: ofType("call"),
    assignments: [...ofType("assignment"), ...ofType("augmented_assignment")].sort(byPlace),
    strings: ofType("string"),
    comments: ofType("comment"),
    returns: ofType("return_statement"),
    isPython2: python2Nodes.some((type) => byType.has(type)),
  };
}

/** The scope that a node's names belong to. */
export function scopeOf(node: PyNode, { scopes }: PyModule): Scope {
  return scopes.get(scopeNode(node))!;
}

/** What a name means where it stands: names of class bodies are not seen from the functions in them. */
export function bindingsOf(name: string, at: PyNode, module: PyModule): readonly Binding[] {
  const start = scopeOf(at, module);
  for (let scope: Scope | undefined = start; scope; scope = scope.outer) {
    const bindings = scope.bindings.get(name);
    if (bindings && (scope === start || scope.node.type !== "class_definition")) return bindings;
  }
  return [];
}

const mentioned = new WeakMap<PyModule, Map<string, boolean>>();

/** Whether the text holds a word at all: many clients ask for the same. */
export function mentions(word: string, module: PyModule): boolean {
  const words = mentioned.get(module) ?? new Map<string, boolean>();
  const isThere = words.get(word) ?? module.text.includes(word);
  mentioned.set(module, words.set(word, isThere));
  return isThere;
}

/** The value of a name that one assignment alone binds. */
export function onlyAssignment(name: PyNode, module: PyModule): PyNode | undefined {
  const bindings = bindingsOf(textOf(name, module.text), name, module);
  const [only] = bindings;
  return bindings.length === 1 && only?.kind === "assignment" ? only.value : undefined;
}

/** By their modules: every rule asks the same of every call. */
const dottedNames = new WeakMap<PyModule, Map<PyNode, string | undefined>>();

/** `ssl.SSLContext` for every spelling of it: through aliases, `from` imports and `getattr(ssl, "SSLContext")`. */
export function dottedName(node: PyNode | undefined, module: PyModule): string | undefined {
  if (!node) return undefined;
  const known = dottedNames.get(module) ?? new Map<PyNode, string | undefined>();
  if (known.has(node)) return known.get(node);
  const name = readDottedName(node, module, 0);
  dottedNames.set(module, known.set(node, name));
  return name;
}

function readDottedName(node: PyNode | undefined, module: PyModule, depth: number): string | undefined {
  if (!node || depth > 20) return undefined;
  if (node.type === "identifier") return importedName(textOf(node, module.text), node, module);
  if (node.type === "attribute") {
    const object = readDottedName(field(node, "object"), module, depth + 1);
    return object && canonicalName(`${object}.${textOf(field(node, "attribute")!, module.text)}`);
  }
  if (node.type === "call") return nameOfGetattr(node, module, depth);
  return undefined;
}

/** A name that imports alone bind, all of them to the same thing or to what stands in for it in another release. */
function importedName(name: string, at: PyNode, module: PyModule): string | undefined {
  const bindings = bindingsOf(name, at, module);
  const [first] = bindings.filter(({ kind }) => kind === "import");
  return first?.kind === "import" && bindings.every(isImportOrNothing) ? canonicalName(first.name) : undefined;
}

/** Where other packages keep a module, or one that stands in for it. */
const copies: readonly (readonly [copy: string, module: string])[] = [
  ["requests.packages.urllib3.contrib.pyopenssl.util", "urllib3.util"],
  ["requests.packages.urllib3", "urllib3"],
  ["urllib3.contrib.pyopenssl.util", "urllib3.util"],
  ["pip._vendor.urllib3", "urllib3"],
  ["pip._vendor.requests", "requests"],
  ["botocore.vendored.requests", "requests"],
  ["gevent.ssl", "ssl"],
  ["eventlet.green.ssl", "ssl"],
];

/** The name of a member of a module without the package that keeps a copy of it. */
export function canonicalName(name: string): string {
  const copy = copies.find(([kept]) => name === kept || name.startsWith(`${kept}.`));
  return copy ? copy[1] + name.slice(copy[0].length) : name;
}

/** `except ImportError: ssl = None` takes nothing back. */
function isImportOrNothing(binding: Binding): boolean {
  return binding.kind === "import" || (binding.kind === "assignment" && binding.value?.type === "none");
}

function nameOfGetattr(call: PyNode, module: PyModule, depth: number): string | undefined {
  const callee = field(call, "function");
  if (callee?.type !== "identifier" || textOf(callee, module.text) !== "getattr") return undefined;
  const [object, name] = parts(field(call, "arguments")!);
  const attribute = name?.type === "string" ? stringValue(name, module.text) : undefined;
  const of = readDottedName(object, module, depth + 1);
  return of && attribute !== undefined ? `${of}.${attribute}` : undefined;
}

/** Where a function of that name is an argument itself: `Factory(wrapper=ssl.wrap_socket)`. */
export function handedOn(name: string, module: PyModule): readonly PyNode[] {
  if (!module.text.includes(name.slice(name.lastIndexOf(".") + 1))) return [];
  return module.calls.flatMap((call) => {
    const { positional, keywords } = argumentsOf(call, module);
    const values = [...positional, ...[...keywords.values()].map((each) => field(each, "value")!)];
    return values.filter((node) => /^(?:attribute|identifier)$/.test(node.type) && dottedName(node, module) === name);
  });
}

/** The arguments of a call, by position and by keyword. */
export interface Arguments {
  readonly positional: readonly PyNode[];
  /** Keyword, and the `keyword_argument` node. */
  readonly keywords: ReadonlyMap<string, PyNode>;
  /** What `**name` adds. */
  readonly spread: readonly PyNode[];
  /** `*args`: positions after it are not known. */
  readonly hasUnknownPositions: boolean;
}

export function argumentsOf(call: PyNode, { text }: PyModule): Arguments {
  const list = field(call, "arguments");
  const all = list?.type === "argument_list" ? parts(list) : [];
  return {
    positional: all.filter(({ type }) => !/^(?:keyword_argument|dictionary_splat|list_splat)$/.test(type)),
    keywords: new Map(
      all
        .filter(({ type }) => type === "keyword_argument")
        .map((argument) => [textOf(field(argument, "name")!, text), argument]),
    ),
    spread: all.filter(({ type }) => type === "dictionary_splat").flatMap(parts),
    hasUnknownPositions: all.some(({ type }) => type === "list_splat"),
  };
}
