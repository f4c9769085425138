import { descendants, field, fields, parts, type PyNode, textOf } from "./tree.js";

/** How a name of a scope comes by what it means. */
export type Binding =
  /** `import ssl as s`, `from ssl import CERT_NONE`: the dotted name that it stands for. */
  | { readonly kind: "import"; readonly name: string; readonly at: PyNode }
  /** `name = value`; `value` is undefined where it is unpacked, looped over, or comes from a `with`. */
  | { readonly kind: "assignment"; readonly value: PyNode | undefined; readonly at: PyNode }
  | { readonly kind: "parameter"; readonly default: PyNode | undefined; readonly at: PyNode }
  | { readonly kind: "definition"; readonly at: PyNode };

/** A module, a class body or a function, and the names that it binds. */
export interface Scope {
  readonly node: PyNode;
  readonly outer: Scope | undefined;
  readonly bindings: ReadonlyMap<string, readonly Binding[]>;
}

const scopeTypes = new Set(["module", "class_definition", "function_definition", "lambda"]);

export const isScope = ({ type }: PyNode): boolean => scopeTypes.has(type);

/** A scope while its names are collected. */
interface Draft extends Scope {
  readonly outer: Draft | undefined;
  readonly bindings: Map<string, Binding[]>;
}

/** The scopes of a file by their nodes. */
export function readScopes(tree: PyNode, text: string): ReadonlyMap<PyNode, Scope> {
  const scopes = new Map<PyNode, Draft>();
  for (const node of descendants(tree)) {
    if (isScope(node))
      scopes.set(node, { node, outer: node.parent && scopes.get(scopeNode(node)), bindings: new Map() });
    const scope = scopes.get(isScope(node) ? node : scopeNode(node))!;
    for (const [target, name, binding] of bindingsOf(node, text))
      bind(target === "outer" ? (scope.outer ?? scope) : scope, name, binding);
  }
  return scopes;
}

function bind({ bindings }: Draft, name: string, binding: Binding): void {
  const known = bindings.get(name);
  if (known) known.push(binding);
  else bindings.set(name, [binding]);
}

/** The node of the scope in whose names a node's own names are looked up. */
export function scopeNode(node: PyNode): PyNode {
  let candidate = node.parent ?? node;
  while (!isScope(candidate) && candidate.parent) candidate = candidate.parent;
  return candidate;
}

type Found = readonly [target: "own" | "outer", name: string, binding: Binding];

function bindingsOf(node: PyNode, text: string): readonly Found[] {
  switch (node.type) {
    case "import_statement":
      return fields(node, "name").map((name) => ["own", ...importBinding(name, "", text)]);
    case "import_from_statement":
      return fields(node, "name").map((name) => ["own", ...importBinding(name, modulePrefix(node, text), text)]);
    case "assignment":
    case "augmented_assignment":
      return assignmentBindings(node, text);
    case "named_expression":
      return targetBindings(field(node, "name"), node, field(node, "value"), text);
    case "for_statement":
    case "for_in_clause":
      return targetBindings(field(node, "left"), node, undefined, text);
    case "as_pattern":
      return aliasBindings(node, text);
    case "function_definition":
    case "lambda":
      return functionBindings(node, text);
    case "class_definition":
      return [["outer", textOf(field(node, "name") ?? node, text), { kind: "definition", at: node }]];
    default:
      return [];
  }
}

function modulePrefix(node: PyNode, text: string): string {
  const module = field(node, "module_name");
  return module ? `${textOf(module, text)}.` : "";
}

/** `import a.b` binds `a`; `import a.b as c` binds `c` to all of it. */
function importBinding(name: PyNode, prefix: string, text: string): readonly [string, Binding] {
  const isAliased = name.type === "aliased_import";
  const path = prefix + textOf((isAliased ? field(name, "name") : name) ?? name, text);
  const alias = isAliased ? textOf(field(name, "alias") ?? name, text) : undefined;
  const [head = path] = path.split(".");
  if (alias) return [alias, { kind: "import", name: path, at: name }];
  return prefix === ""
    ? [head, { kind: "import", name: head, at: name }]
    : [path.slice(prefix.length), { kind: "import", name: path, at: name }];
}

function assignmentBindings(node: PyNode, text: string): readonly Found[] {
  const right = field(node, "right");
  if (node.type === "augmented_assignment") return targetBindings(field(node, "left"), node, undefined, text);
  return targetBindings(field(node, "left"), node, endOfChain(right), text);
}

/** `a = b = value` assigns the value to both. */
function endOfChain(right: PyNode | undefined): PyNode | undefined {
  let value = right;
  while (value?.type === "assignment") value = field(value, "right");
  return value;
}

function targetBindings(
  target: PyNode | undefined,
  at: PyNode,
  value: PyNode | undefined,
  text: string,
): readonly Found[] {
  if (!target) return [];
  if (target.type === "identifier") return [["own", textOf(target, text), { kind: "assignment", value, at }]];
  if (!/pattern|tuple|list/.test(target.type)) return [];
  return parts(target).flatMap((part) => targetBindings(part, at, undefined, text));
}

function aliasBindings(node: PyNode, text: string): readonly Found[] {
  const alias = field(node, "alias");
  const target = alias && (parts(alias)[0] ?? alias);
  const [value] = parts(node);
  return target?.type === "identifier"
    ? [["own", textOf(target, text), { kind: "assignment", value: value === alias ? undefined : value, at: node }]]
    : [];
}

function functionBindings(node: PyNode, text: string): readonly Found[] {
  const name = field(node, "name");
  const parameters = field(node, "parameters");
  const own = parameters ? parts(parameters).flatMap((each) => parameterBinding(each, text)) : [];
  return name ? [["outer", textOf(name, text), { kind: "definition", at: node }], ...own] : own;
}

function parameterBinding(parameter: PyNode, text: string): readonly Found[] {
  const name =
    parameter.type === "identifier"
      ? parameter
      : (field(parameter, "name") ?? parts(parameter).find(({ type }) => type === "identifier"));
  return name
    ? [["own", textOf(name, text), { kind: "parameter", default: field(parameter, "value"), at: parameter }]]
    : [];
}
