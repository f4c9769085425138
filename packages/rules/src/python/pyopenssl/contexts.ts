import { argumentsOf, bindingsOf, dottedName, type PyModule } from "../program/module.js";
import { field, parts, type PyNode, textOf } from "../program/tree.js";
import { constantOf, type PyValue, valuesOf } from "../program/values.js";

/** A `SSL.Context(METHOD)` of pyOpenSSL, and the calls of its methods in order. */
export interface OpenSslContext {
  readonly call: PyNode;
  readonly methodNode: PyNode | undefined;
  readonly methods: readonly PyValue[];
  /** The name that it is given. */
  readonly holder: string | undefined;
  readonly calls: readonly OpenSslCall[];
}

/** A method of a context. */
export interface OpenSslCall {
  readonly name: string;
  readonly call: PyNode;
  readonly first: PyNode | undefined;
}

export function openSslContexts(module: PyModule): readonly OpenSslContext[] {
  return module.calls
    .filter((call) => dottedName(field(call, "function"), module) === "OpenSSL.SSL.Context")
    .map((call) => contextOf(call, module));
}

function contextOf(call: PyNode, module: PyModule): OpenSslContext {
  const { positional, keywords } = argumentsOf(call, module);
  const keyword = keywords.get("method");
  const methodNode = positional[0] ?? (keyword && field(keyword, "value"));
  const holder = call.parent?.type === "assignment" ? textOf(field(call.parent, "left")!, module.text) : undefined;
  return { call, methodNode, methods: valuesOf(methodNode, module), holder, calls: callsOn(holder, call, module) };
}

function callsOn(holder: string | undefined, construction: PyNode, module: PyModule): OpenSslContext["calls"] {
  if (!holder) return [];
  return module.calls.flatMap((call) => {
    const callee = field(call, "function");
    const object = callee?.type === "attribute" ? field(callee, "object") : undefined;
    if (!callee || !object || call.range[0] < construction.range[1] || textOf(object, module.text) !== holder)
      return [];
    if (!isSameName(object, construction, module)) return [];
    const [first] = argumentsOf(call, module).positional;
    return [{ name: textOf(field(callee, "attribute")!, module.text), call, first }];
  });
}

/** `set_verify(SSL.VERIFY_NONE)` on contexts that come from elsewhere: the constant says whose they are. */
export function strangersVerified(known: readonly OpenSslContext[], module: PyModule): readonly OpenSslCall[] {
  if (!module.text.includes(".set_verify")) return [];
  const own = new Set(known.flatMap(({ calls }) => calls.map(({ call }) => call)));
  return module.calls.flatMap((call) => {
    const callee = field(call, "function");
    const name = callee?.type === "attribute" ? textOf(field(callee, "attribute")!, module.text) : "";
    const [first] = argumentsOf(call, module).positional;
    const isOfOpenSsl = first && /^OpenSSL\.SSL\.VERIFY_\w+$/.test(dottedName(first, module) ?? "");
    return name === "set_verify" && isOfOpenSsl && !own.has(call) ? [{ name, call, first }] : [];
  });
}

/** Whether a connection is made with a context as a client: `SSL.Connection(context, sock)`, and then `connect` or `set_connect_state`. */
export function isOfClient({ holder }: OpenSslContext, module: PyModule): boolean {
  return module.calls.some((call) => {
    if (dottedName(field(call, "function"), module) !== "OpenSSL.SSL.Connection") return false;
    const [context] = argumentsOf(call, module).positional;
    const connection =
      call.parent?.type === "assignment" ? textOf(field(call.parent, "left")!, module.text) : undefined;
    if (!context || !connection || textOf(context, module.text) !== holder) return false;
    return [".connect(", ".set_connect_state("].some((method) => module.text.includes(connection + method));
  });
}

/** A member of `self` is the same in every method; a plain name only where it is bound by the construction. */
function isSameName(object: PyNode, construction: PyNode, module: PyModule): boolean {
  if (object.type !== "identifier") return true;
  return bindingsOf(textOf(object, module.text), object, module).some(({ at }) => at === construction.parent);
}

/** `TLSv1_METHOD` of every spelling. */
export const methodName = (value: PyValue): string | undefined => constantOf(value);

/** A function that says yes whatever it is asked: `lambda *args: True`, or one that returns nothing else. */
export function acceptsEverything(node: PyNode | undefined, module: PyModule): boolean {
  if (node?.type === "lambda") return returnsTrue(field(node, "body"), module);
  if (node?.type !== "identifier") return false;
  const [definition] = bindingsOf(textOf(node, module.text), node, module);
  const body = definition?.kind === "definition" ? field(definition.at, "body") : undefined;
  const statements = body ? parts(body).filter(({ type, children }) => !isDocstring(type, children)) : [];
  const [only] = statements;
  return statements.length === 1 && only?.type === "return_statement" && returnsTrue(parts(only)[0], module);
}

const isDocstring = (type: string, children: readonly PyNode[]) =>
  type === "expression_statement" && children[0]?.type === "string";

function returnsTrue(node: PyNode | undefined, { text }: PyModule): boolean {
  return node?.type === "true" || (node?.type === "integer" && textOf(node, text) === "1");
}
