import type { PythonContext } from "../../define-rule.js";
import { removalOf } from "../../python/edits/lines.js";
import { dictionaryEntries } from "../../python/program/dictionaries.js";
import { guardsOf } from "../../python/program/guards.js";
import { argumentsOf, bindingsOf, dottedName, type PyModule } from "../../python/program/module.js";
import { stringValue } from "../../python/program/strings.js";
import { descendants, field, parts, type PyNode, textOf } from "../../python/program/tree.js";
import { valuesOf } from "../../python/program/values.js";
import { graded, placeOf, type PyMend, type PythonProgram } from "../../python/python-program.js";

/** What the rule about whole processes says of Python. */
export const pythonProcessMessages = {
  contextPatched:
    "`{{code}}` switches verification off for every `urllib` and `http.client` connection of the process (RFC 9325, section 7.1). Give the one connection that needs it a context of its own.",
  requestsOptOut:
    "An empty `CURL_CA_BUNDLE` switches verification off in requests before 2.28 (RFC 9325, section 7.1). Remove it.",
  pythonInert: "`PYTHONHTTPSVERIFY` has no effect on Python 3. Remove it.",
  pythonOptOut:
    "`PYTHONHTTPSVERIFY` switches verification off for every `urllib2` and `httplib` connection on Python 2.7 (RFC 9325, section 7.1). Remove it.",
} as const;

/** What is done to every connection of a process. */
export function checkPythonProcess(
  { module, pythons }: PythonProgram,
  { report }: PythonContext<typeof pythonProcessMessages, "ask" | "fix">,
): void {
  const patched = patches(module);
  for (const { node, value } of patched.filter((write) => isUnverified(write.value, module))) {
    if (patched.some((later) => followsAtOnce(later.node, node))) continue;
    report({
      at: placeOf(node, guardsOf(node, module)),
      messageId: "contextPatched",
      data: { code: textOf(node, module.text).slice(0, 120) },
      level: "error",
      ...(isSimple(value) && graded(removal(node, module))),
    });
  }
  const hasPython2 = pythons.some(({ from }) => from === "2.7");
  for (const { node, name, value } of variables(module)) {
    const at = placeOf(node, guardsOf(node, module));
    const mend = removal(node, module);
    const isSetTo = (text: string) =>
      valuesOf(value, module).some((each) => each.kind === "literal" && each.value === text);
    if (name === "CURL_CA_BUNDLE" && isSetTo(""))
      report({ at, messageId: "requestsOptOut", level: "warning", grade: "ask", mend });
    if (name !== "PYTHONHTTPSVERIFY" || !isSetTo("0")) continue;
    report(
      hasPython2
        ? { at, messageId: "pythonOptOut", level: "error", grade: "ask", mend }
        : { at, messageId: "pythonInert", level: "note", grade: "fix", mend },
    );
  }
}

interface Write {
  readonly node: PyNode;
  readonly value: PyNode;
}

/** `ssl._create_default_https_context = ...`, and the same by `setattr`. */
function patches(module: PyModule): readonly Write[] {
  const written = module.assignments.flatMap((node): readonly Write[] => {
    const value = field(node, "right");
    return value && dottedName(field(node, "left"), module) === "ssl._create_default_https_context"
      ? [{ node, value }]
      : [];
  });
  const set = module.calls.flatMap((node): readonly Write[] => {
    if (textOf(field(node, "function")!, module.text) !== "setattr") return [];
    const [object, name, value] = argumentsOf(node, module).positional;
    const isPatch =
      dottedName(object, module) === "ssl" &&
      name !== undefined &&
      stringValue(name, module.text) === "_create_default_https_context";
    return isPatch && value ? [{ node, value }] : [];
  });
  return [...written, ...set];
}

/** Whether the next statement does this: nothing has read what the one before it has written. */
function followsAtOnce(later: PyNode, { parent: statement }: PyNode): boolean {
  const siblings = statement?.type === "expression_statement" && statement.parent ? parts(statement.parent) : [];
  return later.parent !== undefined && siblings[siblings.indexOf(statement!) + 1] === later.parent;
}

/** A lambda or a function of the program's own may do other things too. */
const isSimple = ({ type }: PyNode) => type === "attribute" || type === "identifier" || type === "lambda";

/** Two names of one function. */
const unverified = new Set(["ssl._create_unverified_context", "ssl._create_stdlib_context"]);

/** `ssl._create_unverified_context`, something that calls it, or a function that makes a context which verifies nothing. */
function isUnverified(value: PyNode, module: PyModule): boolean {
  if (valuesOf(value, module).some((each) => each.kind === "constant" && unverified.has(each.name))) return true;
  const [binding] = value.type === "identifier" ? bindingsOf(textOf(value, module.text), value, module) : [];
  const body = binding?.kind === "definition" ? binding.at : value;
  return [...descendants(body)].some((node) => {
    const name = dottedName(node, module);
    return name !== undefined && (unverified.has(name) || name === "ssl.CERT_NONE");
  });
}

interface VariableWrite extends Write {
  readonly name: string;
}

/** `os.environ["NAME"] = "0"`, `os.environ.setdefault`, `os.environ.update`, `os.putenv`. */
function variables(module: PyModule): readonly VariableWrite[] {
  if (!/PYTHONHTTPSVERIFY|CURL_CA_BUNDLE/.test(module.text)) return [];
  const assigned = module.assignments.flatMap((node): readonly VariableWrite[] => {
    const left = field(node, "left");
    const value = field(node, "right");
    if (left?.type !== "subscript" || !value || dottedName(field(left, "value"), module) !== "os.environ") return [];
    const name = stringValue(field(left, "subscript") ?? left, module.text);
    return name === undefined ? [] : [{ node, name, value }];
  });
  return [...assigned, ...module.calls.flatMap((call) => variablesOf(call, module))];
}

function variablesOf(call: PyNode, module: PyModule): readonly VariableWrite[] {
  const callee = dottedName(field(call, "function"), module);
  const { positional, keywords } = argumentsOf(call, module);
  const [first, second] = positional;
  if (callee === "os.putenv" || callee === "os.environ.setdefault") {
    const name = first && stringValue(first, module.text);
    return name !== undefined && second ? [{ node: call, name, value: second }] : [];
  }
  if (callee !== "os.environ.update") return [];
  const entries = [...(dictionaryEntries(first, module) ?? [])].map(([name, { entry, value }]) => ({
    ...{ node: entry, name, value },
  }));
  return [...entries, ...[...keywords].map(([name, node]) => ({ node, name, value: field(node, "value")! }))];
}

/** The statement, or all of the feature test that it is alone in. */
function removal(assignment: PyNode, module: PyModule): PyMend<"ask"> | undefined {
  const statement = assignment.parent;
  if (statement?.type !== "expression_statement") return undefined;
  const whole = featureTestAround(statement, module) ?? statement;
  const edit = removalOf(whole, module);
  return edit && { grade: "ask", edits: [edit], remedy: "Verifies certificates in the whole process." };
}

/** `if hasattr(ssl, "_create_unverified_context"): ...` with nothing else in it, and its like with `try` and `else`. */
function featureTestAround(statement: PyNode, module: PyModule): PyNode | undefined {
  const block = statement.parent;
  if (block?.type !== "block" || parts(block).length !== 1) return undefined;
  const owner = block.parent;
  if (owner?.type === "if_statement" && parts(owner).length === 2)
    return /hasattr|getattr/.test(textOf(field(owner, "condition")!, module.text)) ? owner : undefined;
  const compound = owner?.type === "else_clause" ? owner.parent : undefined;
  return compound?.type === "try_statement" && isProbe(compound, module) ? compound : undefined;
}

/** A `try` that looks a name up, and passes where there is none. */
function isProbe(compound: PyNode, { text }: PyModule): boolean {
  const written = textOf(compound, text);
  return /except\s+AttributeError/.test(written) && written.split("\n").length <= 8;
}
