import { enclosingClass, lineageOf } from "../program/classes.js";
import { dictionaryEntries } from "../program/dictionaries.js";
import { functionsNamed, returnedBy, returnType } from "../program/functions.js";
import { bindingsOf, dottedName, onlyAssignment, type PyModule } from "../program/module.js";
import { descendants, field, parts, type PyNode, textOf } from "../program/tree.js";
import type { PyClient } from "./define-client.js";

/** The module that a dotted name begins with. */
export const headOf = (dotted: string): string | undefined => dotted.split(".")[0];

// Beyond these a program tells too much to follow.
const maxDepth = 6;

/** The callee is of the client's module, or a method of an object that one of its calls has made. */
export function comesFrom(callee: PyNode, client: PyClient, module: PyModule, depth = 0): boolean {
  if (depth > maxDepth) return false;
  const dotted = calledName(callee, module);
  if (dotted !== undefined) return headOf(dotted) === client.module;
  const object = field(callee, "object");
  return object !== undefined && isMadeBy(object, client, module, depth + 1);
}

/** The dotted name of what is called: `original = requests.Session.request` is that, and `Client.__init__` the class. */
export function calledName(callee: PyNode, module: PyModule): string | undefined {
  const dotted = dottedName(callee, module) ?? nameBehind(callee, module);
  return dotted?.endsWith(".__init__") ? dotted.slice(0, -".__init__".length) : dotted;
}

function nameBehind(callee: PyNode, module: PyModule): string | undefined {
  if (callee.type === "identifier") return aliased(callee, module);
  return callee.type === "subscript" ? looked(callee, module) : baseMade(callee, module);
}

/** `{"GET": requests.get, "POST": requests.post}[method](...)`: one of them. */
function looked(callee: PyNode, module: PyModule): string | undefined {
  const [dictionary] = parts(callee);
  const entries = dictionary && dictionaryEntries(dictionary, module);
  return [...(entries?.values() ?? [])]
    .map(({ value }) => dottedName(value, module))
    .find((name) => name !== undefined);
}

function aliased(callee: PyNode, module: PyModule): string | undefined {
  const value = onlyAssignment(callee, module);
  if (value?.type !== "conditional_expression") return value && dottedName(value, module);
  return parts(value)
    .map((part) => dottedName(part, module))
    .find((name) => name !== undefined);
}

/** `super().__init__(...)` makes what the class extends. */
function baseMade(callee: PyNode, module: PyModule): string | undefined {
  const isInit = callee.type === "attribute" && callee.range[1] - callee.range[0] < 100;
  if (!isInit || !/^super\([^)]*\)\.__init__$/.test(textOf(callee, module.text))) return undefined;
  const bases = field(enclosingClass(callee), "superclasses");
  const [base] = bases ? parts(bases) : [];
  return dottedName(base, module);
}

/** Whether an object is one of the client's: by the call that made it, by its annotation, or by the class whose `self` it is. */
export function isMadeBy(object: PyNode, client: PyClient, module: PyModule, depth = 0): boolean {
  if (depth > maxDepth) return false;
  switch (object.type) {
    case "call":
      return isSuper(object, module)
        ? isInSubclass(object, client, module, depth)
        : comesFrom(field(object, "function")!, client, module, depth + 1) ||
            isReturned(field(object, "function")!, client, module, depth);
    case "await":
    case "boolean_operator":
    case "conditional_expression":
    case "parenthesized_expression":
      return parts(object).some((part) => isMadeBy(part, client, module, depth + 1));
    case "identifier":
      return isNameMadeBy(object, client, module, depth);
    case "attribute":
      return isMemberMadeBy(object, client, module, depth);
    case "subscript":
      return isEntryMadeBy(object, client, module, depth);
    default:
      return false;
  }
}

/** A function of the file that returns one: by what it says, or by what it does. */
function isReturned(callee: PyNode, client: PyClient, module: PyModule, depth: number): boolean {
  if (depth > maxDepth) return false;
  return functionsNamed(callee, module).some((definition) => {
    const type = returnType(definition);
    return (
      (type !== undefined && isTypeOf(type, client, module, depth)) ||
      returnedBy(definition, module).some((value) => isMadeBy(value, client, module, depth + 1))
    );
  });
}

const isSuper = (call: PyNode, { text }: PyModule) => textOf(field(call, "function")!, text) === "super";

/** `sessions[host] = requests.Session()`, and then `sessions[host]`. */
function isEntryMadeBy(entry: PyNode, client: PyClient, module: PyModule, depth: number): boolean {
  const text = textOf(entry, module.text);
  return module.assignments.some((assignment) => {
    const left = field(assignment, "left");
    const value = field(assignment, "right");
    const isSame = left?.type === "subscript" && textOf(left, module.text) === text;
    return isSame && value !== undefined && isMadeBy(value, client, module, depth + 1);
  });
}

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
  return annotation !== undefined && isTypeOf(annotation, client, module, depth);
}

function isTypeOf(annotation: PyNode, client: PyClient, module: PyModule, depth: number): boolean {
  return [...descendants(annotation)].some(
    (part) => /^(?:identifier|attribute)$/.test(part.type) && comesFrom(part, client, module, depth + 1),
  );
}

function isMemberMadeBy(member: PyNode, client: PyClient, module: PyModule, depth: number): boolean {
  const owners = lineageOf(enclosingClass(member), module);
  const text = textOf(member, module.text);
  const isOwn = module.assignments.some((assignment) => {
    const value = field(assignment, "right");
    const owner = enclosingClass(assignment);
    // outside of classes a member of something is known by what it is written as
    if (owner ? !owners.includes(owner) : owners.length > 0) return false;
    if (textOf(field(assignment, "left")!, module.text) !== text) return false;
    return (
      isAnnotated(assignment, client, module, depth) ||
      (value !== undefined && isMadeBy(value, client, module, depth + 1))
    );
  });
  return (
    isOwn ||
    owners.some((owner) => isField(text, owner, client, module, depth)) ||
    isReturned(member, client, module, depth) ||
    isMemberOfMade(member, client, module, depth)
  );
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

/** Whether one of these clients has made an object. */
export function isOfAny(clients: readonly PyClient[], object: PyNode, module: PyModule): boolean {
  return clients.some((client) => isMadeBy(object, client, module));
}
