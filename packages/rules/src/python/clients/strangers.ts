import { enclosingClass, lineageOf } from "../program/classes.js";
import { functionsNamed, returnedBy } from "../program/functions.js";
import { bindingsOf, dottedName, onlyAssignment, type PyModule } from "../program/module.js";
import type { Binding } from "../program/scopes.js";
import { field, parts, type PyNode, textOf } from "../program/tree.js";

// Beyond these a program tells too much to follow.
const maxDepth = 6;

/**
 * Whether an object may be a client's, though the file does not show who makes it: a parameter, another module's, what an
 * unknown function returns. It has a name that such objects have, or, where any object may be one, comes from the program itself.
 */
export function isStranger(object: PyNode, named: RegExp | undefined, isAnyObject: boolean, module: PyModule): boolean {
  const name = object.type === "attribute" ? field(object, "attribute") : object;
  const isNamed = named?.test(textOf(name ?? object, module.text)) ?? false;
  return (isNamed || isAnyObject) && isUntold(object, isNamed, module, 0);
}

function isUntold(object: PyNode, isNamed: boolean, module: PyModule, depth: number): boolean {
  if (depth > maxDepth) return false;
  const deeper = (node: PyNode) => isUntold(node, isNamed, module, depth + 1);
  switch (object.type) {
    case "await":
    case "boolean_operator":
    case "conditional_expression":
    case "parenthesized_expression":
      return parts(object).some(deeper);
    case "call":
      return isUntoldCall(object, isNamed, module, depth);
    case "attribute":
      return isUntoldMember(object, isNamed, module, depth);
    case "identifier":
      return isUntoldName(object, isNamed, module, depth);
    default:
      return false;
  }
}

/** Other modules' objects by their names alone: mocks have them too. */
const isOfModule = (dotted: string, isNamed: boolean) =>
  dotted.startsWith(".") || (isNamed && !/mock|fake|stub|dummy/i.test(dotted));

function isUntoldCall(call: PyNode, isNamed: boolean, module: PyModule, depth: number): boolean {
  const callee = field(call, "function")!;
  const dotted = dottedName(callee, module);
  if (dotted !== undefined) return isOfModule(dotted, isNamed);
  const functions = functionsNamed(callee, module);
  if (functions.length > 0)
    return functions.some((definition) =>
      returnedBy(definition, module).some((value) => isUntold(value, isNamed, module, depth + 1)),
    );
  if (callee.type !== "identifier") return callee.type === "attribute" && isUntold(callee, isNamed, module, depth + 1);
  return bindingsOf(textOf(callee, module.text), callee, module).some(
    ({ kind, at }) => kind === "parameter" || (at.type === "class_definition" && isOfElsewhere(at, module)),
  );
}

/** Methods of tables and forms, by Django, SQLAlchemy and argparse: they keep an option, look for it or declare it. */
const keepers =
  /(?:^|\.)(?:filter|filter_by|exclude|create|get_or_create|update_or_create|bulk_create|insert|values|where|update|first_or_404|add_argument|add_option|option|field|Field|Column|mapped_column|Namespace|SimpleNamespace)$/;

/** A call that another module, or an object from elsewhere, is asked for: what it does the file does not show. */
export function isCallOfElsewhere(call: PyNode, module: PyModule): boolean {
  const callee = field(call, "function");
  const text = callee ? textOf(callee, module.text) : "";
  if (!callee || keepers.test(text) || /mock|fake|stub|dummy|assert|patch/i.test(text)) return false;
  if (dottedName(callee, module) !== undefined) return true;
  const object = callee.type === "attribute" ? field(callee, "object") : undefined;
  return object !== undefined && isUntold(object, true, module, 0);
}

/** An object that a call of that name has made. */
export function isMadeByCall(object: PyNode, named: RegExp, module: PyModule): boolean {
  const value = object.type === "identifier" ? onlyAssignment(object, module) : undefined;
  const callee = value?.type === "call" ? field(value, "function") : undefined;
  const name = callee && (dottedName(callee, module) ?? "").split(".").at(-1);
  return name !== undefined && named.test(name);
}

/** A class of the file that extends what is not of the file. */
function isOfElsewhere(owner: PyNode, module: PyModule): boolean {
  return lineageOf(owner, module).some((each) => {
    const bases = field(each, "superclasses");
    return (
      bases !== undefined &&
      parts(bases).some((base) => {
        const dotted = dottedName(base, module);
        return dotted !== undefined && !/^(?:abc|typing|enum|unittest)\b/.test(dotted);
      })
    );
  });
}

function isUntoldName(name: PyNode, isNamed: boolean, module: PyModule, depth: number): boolean {
  const text = textOf(name, module.text);
  if (text === "self" || text === "cls") {
    const owner = enclosingClass(name);
    return owner !== undefined && isOfElsewhere(owner, module);
  }
  const dotted = dottedName(name, module);
  if (dotted !== undefined) return isOfModule(dotted, isNamed);
  const bindings = bindingsOf(text, name, module);
  return bindings.some((binding) => isUntoldBinding(binding, isNamed, module, depth));
}

function isUntoldBinding(binding: Binding, isNamed: boolean, module: PyModule, depth: number): boolean {
  if (binding.kind === "parameter") return true;
  if (binding.kind !== "assignment") return false;
  return binding.value === undefined ? isNamed : isUntold(binding.value, isNamed, module, depth + 1);
}

/** `self.session`, of which the class says nothing, or nothing that tells; `api.session` of a stranger. */
function isUntoldMember(member: PyNode, isNamed: boolean, module: PyModule, depth: number): boolean {
  const dotted = dottedName(member, module);
  if (dotted !== undefined) return isOfModule(dotted, isNamed);
  const text = textOf(member, module.text);
  const object = field(member, "object")!;
  if (!/^(?:self|cls)\.\w+$/.test(text)) return isNamed || isUntold(object, isNamed, module, depth + 1);
  const owners = lineageOf(enclosingClass(member), module);
  const written = module.assignments.filter(
    (assignment) =>
      textOf(field(assignment, "left")!, module.text) === text && owners.includes(enclosingClass(assignment)!),
  );
  if (written.length === 0) return functionsNamed(member, module).length === 0;
  return written.some((assignment) => {
    const value = field(assignment, "right");
    return value !== undefined && isUntold(value, isNamed, module, depth + 1);
  });
}
