import type { PythonContext } from "../../define-rule.js";
import type { Mend } from "../../edits/mend.js";
import type { PyClient, PyClientOption } from "../../python/clients/define-client.js";
import { clients } from "../../python/clients/index.js";
import { argumentRemoval, removalOf, replacement } from "../../python/edits/lines.js";
import { guardsOf } from "../../python/program/guards.js";
import { argumentsOf, bindingsOf, dottedName, type PyModule } from "../../python/program/module.js";
import { field, parts, type PyNode, textOf } from "../../python/program/tree.js";
import { constantOf, dictionaryEntries, enclosingClass, type PyValue, valuesOf } from "../../python/program/values.js";
import { graded, type PlaceInPython, placeOf, type PyMend, type PythonProgram } from "../../python/python-program.js";

/** What the rule about certificates says of clients' options. */
export const clientVerificationMessages = {
  clientVerifiesNothing:
    "`{{code}}` makes {{client}} accept any certificate, so anyone on the path can read and change the traffic (RFC 9325, section 7.1). Verify it; give a self-signed or company certificate with `{{ca}}`.",
} as const;

/** What the rule about host names says of clients' options. */
export const clientHostMessages = {
  clientComparesNothing:
    "`{{code}}` makes {{client}} accept a valid certificate for any other host (RFC 9525). Let it check the name.",
} as const;

/** Options with which clients accept any certificate. */
export function checkClientVerification(
  program: PythonProgram,
  { report }: PythonContext<typeof clientVerificationMessages, "ask">,
): void {
  for (const { client, ...found } of optionsThatDisable("certificate", program))
    report({
      ...found,
      messageId: "clientVerifiesNothing",
      data: { ...found.data, client: client.name, ca: client.ca },
    });
}

/** Options with which clients compare no name. */
export function checkClientHosts(
  program: PythonProgram,
  { report }: PythonContext<typeof clientHostMessages, "ask">,
): void {
  for (const { client, ...found } of optionsThatDisable("host", program))
    report({ ...found, messageId: "clientComparesNothing", data: { ...found.data, client: client.name } });
}

/** An option that switches a check off. */
interface Found {
  readonly client: PyClient;
  readonly at: PlaceInPython;
  readonly data: { readonly code: string };
  readonly level: "error";
  readonly grade?: "ask";
  readonly mend?: Mend;
}

/** What a file's clients are told that switches the check off. */
function optionsThatDisable(disables: PyClientOption["disables"], context: PythonProgram): readonly Found[] {
  return clients
    .filter(({ module }) => isImported(module, context.module))
    .flatMap((client) => [
      ...callsOf(client, context.module).flatMap((call) => judgeCall(client, call, disables, context)),
      ...judgeAttributes(client, disables, context),
    ]);
}

function isImported(name: string, { scopes }: PyModule): boolean {
  return [...scopes.values()].some(({ bindings }) =>
    [...bindings.values()].flat().some((binding) => binding.kind === "import" && binding.name.split(".")[0] === name),
  );
}

/** Calls by their dotted names, and methods of those names of what the client's own calls have made. */
function callsOf(client: PyClient, module: PyModule): readonly PyNode[] {
  return module.calls.filter((call) => {
    const callee = field(call, "function");
    if (!callee) return false;
    const last = lastWord(callee, module);
    return last !== undefined && client.calls.includes(last) && comesFrom(callee, client, module);
  });
}

function lastWord(callee: PyNode, module: PyModule): string | undefined {
  const dotted = dottedName(callee, module);
  if (dotted) return dotted.split(".").at(-1);
  const name = callee.type === "attribute" ? field(callee, "attribute") : undefined;
  return name && textOf(name, module.text);
}

/** The callee is of the client's module, or a method of an object that one of its calls has made. */
function comesFrom(callee: PyNode, client: PyClient, module: PyModule, depth = 0): boolean {
  if (depth > 6) return false;
  const dotted = dottedName(callee, module);
  if (dotted !== undefined) return dotted.split(".")[0] === client.module;
  const object = field(callee, "object");
  return object !== undefined && isMadeBy(object, client, module, depth + 1);
}

function isMadeBy(object: PyNode, client: PyClient, module: PyModule, depth: number): boolean {
  if (depth > 6) return false;
  if (object.type === "call") return comesFrom(field(object, "function")!, client, module, depth + 1);
  if (object.type === "await") return parts(object).some((part) => isMadeBy(part, client, module, depth + 1));
  if (object.type === "identifier") return isNameMadeBy(object, client, module, depth);
  if (object.type === "attribute") return isMemberMadeBy(object, client, module, depth);
  return false;
}

function isNameMadeBy(name: PyNode, client: PyClient, module: PyModule, depth: number): boolean {
  return bindingsOf(textOf(name, module.text), name, module).some(
    (binding) => binding.kind === "assignment" && binding.value && isMadeBy(binding.value, client, module, depth + 1),
  );
}

function isMemberMadeBy(member: PyNode, client: PyClient, module: PyModule, depth: number): boolean {
  const owner = enclosingClass(member);
  const text = textOf(member, module.text);
  return module.assignments.some((assignment) => {
    const value = field(assignment, "right");
    return (
      value !== undefined &&
      enclosingClass(assignment) === owner &&
      textOf(field(assignment, "left")!, module.text) === text &&
      isMadeBy(value, client, module, depth + 1)
    );
  });
}

function isWeak(value: PyValue, { weak }: PyClientOption): boolean {
  if (value.kind === "constant") return weak.includes(constantOf(value) ?? "");
  return value.kind === "literal" && weak.includes(value.value);
}

/** An option as a call gives it: what is shown, what is edited, and its value. */
interface Given {
  readonly shown: PyNode;
  readonly value: PyNode;
}

function givenIn(call: PyNode, option: PyClientOption, module: PyModule): Given | undefined {
  const { positional, keywords, spread, hasUnknownPositions } = argumentsOf(call, module);
  if (option.within) {
    const outer = keywords.get(option.within);
    const entry = dictionaryEntries(outer && field(outer, "value"), module)?.get(option.keyword);
    return entry && { shown: entry.entry, value: entry.value };
  }
  const keyword = keywords.get(option.keyword);
  if (keyword) return { shown: keyword, value: field(keyword, "value")! };
  const at = option.position === undefined || hasUnknownPositions ? undefined : positional[option.position];
  if (at) return { shown: at, value: at };
  for (const dictionary of spread) {
    const entry = dictionaryEntries(dictionary, module)?.get(option.keyword);
    if (entry) return { shown: entry.entry, value: entry.value };
  }
  return undefined;
}

function judgeCall(
  client: PyClient,
  call: PyNode,
  disables: PyClientOption["disables"],
  context: PythonProgram,
): readonly Found[] {
  const options = client.options.filter(
    (option) => option.disables === disables && isFor(option, call, context.module),
  );
  return options.flatMap((option) => {
    const given = givenIn(call, option, context.module);
    return given ? judged(client, option, given, replaced(option, given, context), context) : [];
  });
}

/** `tls_insecure_set(True)` and `tls_set(...)` of paho-mqtt take different things first. */
function isFor({ position, disables }: PyClientOption, call: PyNode, module: PyModule): boolean {
  if (position === undefined) return true;
  return /_insecure_set$/.test(lastWord(field(call, "function")!, module) ?? "") === (disables === "host");
}

function judged(
  client: PyClient,
  option: PyClientOption,
  { shown, value }: Given,
  mend: PyMend<"ask"> | undefined,
  { module }: PythonProgram,
): readonly Found[] {
  return valuesOf(value, module)
    .filter((each) => isWeak(each, option))
    .map((each) => ({
      client,
      at: placeOf(shown, guardsOf(shown, module), each),
      data: { code: textOf(shown, module.text).slice(0, 80) },
      level: "error" as const,
      ...(each.at === value && graded(mend)),
    }));
}

/** The strong value in place of the weak one, where there is one to write. */
function replaced(
  { strong }: PyClientOption,
  { shown, value }: Given,
  { module }: PythonProgram,
): PyMend<"ask"> | undefined {
  if (strong === undefined) return removed(shown, module);
  if (strong.startsWith("ssl.") && !textOf(value, module.text).startsWith("ssl.")) return undefined;
  return { grade: "ask", edits: [replacement(value, strong)], remedy: "Verifies the certificate." };
}

function removed(shown: PyNode, module: PyModule): PyMend<"ask"> | undefined {
  const edit = shown.type === "keyword_argument" ? argumentRemoval(shown, module) : undefined;
  return edit && { grade: "ask", edits: [edit], remedy: "Verifies the certificate." };
}

/** `session.verify = False`. */
function judgeAttributes(
  client: PyClient,
  disables: PyClientOption["disables"],
  context: PythonProgram,
): readonly Found[] {
  const { module } = context;
  const { attributes } = client;
  if (!attributes) return [];
  return module.assignments.flatMap((assignment) => {
    const left = field(assignment, "left");
    const value = field(assignment, "right");
    const object = left?.type === "attribute" ? field(left, "object") : undefined;
    if (!left || !value || !object || !isMadeBy(object, client, module, 0)) return [];
    const name = textOf(field(left, "attribute")!, module.text);
    const option = attributes.names.find((each) => each.keyword === name && each.disables === disables);
    return option
      ? judged(client, option, { shown: assignment, value }, withoutStatement(assignment, module), context)
      : [];
  });
}

function withoutStatement(assignment: PyNode, module: PyModule): PyMend<"ask"> | undefined {
  const statement = assignment.parent;
  const edit = statement?.type === "expression_statement" ? removalOf(statement, module) : undefined;
  return edit && { grade: "ask", edits: [edit], remedy: "Verifies the certificate." };
}
