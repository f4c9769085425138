import { enclosingClass, lineageOf } from "./classes.js";
import { bindingsOf, type PyModule, scopeOf } from "./module.js";
import { field, isWithin, parts, type PyNode, textOf } from "./tree.js";

/** The functions of this file that an expression names: a plain name, or a member of `self`, a property included. */
export function functionsNamed(callee: PyNode | undefined, module: PyModule): readonly PyNode[] {
  if (!callee) return [];
  const member = /^(?:self|cls)\.(\w+)$/.exec(textOf(callee, module.text))?.[1];
  const scopes = member === undefined ? [] : lineageOf(enclosingClass(callee), module);
  const bindings =
    callee.type === "identifier"
      ? bindingsOf(textOf(callee, module.text), callee, module)
      : scopes.flatMap((scope) => module.scopes.get(scope)?.bindings.get(member!) ?? []);
  return bindings.flatMap(({ kind, at }) => (kind === "definition" && at.type === "function_definition" ? [at] : []));
}

/** What a function of this file returns, as it is written. */
export function returnedBy(definition: PyNode, module: PyModule): readonly PyNode[] {
  return module.returns
    .filter((statement) => isWithin(statement, definition) && scopeOf(statement, module).node === definition)
    .flatMap((statement) => parts(statement).slice(0, 1));
}

/** The type that a function says it returns. */
export const returnType = (definition: PyNode): PyNode | undefined => field(definition, "return_type");
