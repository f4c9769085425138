import type { PythonContext } from "../../define-rule.js";
import { removalOf } from "../../python/edits/lines.js";
import { guardsOf } from "../../python/program/guards.js";
import { dottedName, type PyModule } from "../../python/program/module.js";
import { stringValue } from "../../python/program/strings.js";
import { descendants, field, parts, type PyNode, textOf } from "../../python/program/tree.js";
import { valuesOf } from "../../python/program/values.js";
import { graded, placeOf, type PyMend, type PythonProgram } from "../../python/python-program.js";

/** What the rule about whole processes says of Python. */
export const pythonProcessMessages = {
  contextPatched:
    "`{{code}}` switches verification off for every `urllib` and `http.client` connection of the process (RFC 9325, section 7.1). Give the one connection that needs it a context of its own.",
  pythonInert: "`PYTHONHTTPSVERIFY` has no effect on Python 3. Remove it.",
  pythonOptOut:
    "`PYTHONHTTPSVERIFY` switches verification off for every `urllib2` and `httplib` connection on Python 2.7 (RFC 9325, section 7.1). Remove it.",
} as const;

/** What is done to every connection of a process. */
export function checkPythonProcess(
  { module, pythons }: PythonProgram,
  { report }: PythonContext<typeof pythonProcessMessages, "ask" | "fix">,
): void {
  for (const assignment of module.assignments) {
    const at = placeOf(assignment, guardsOf(assignment, module));
    if (isPatch(assignment, module))
      report({
        at,
        messageId: "contextPatched",
        data: { code: textOf(assignment, module.text) },
        level: "error",
        ...graded(removal(assignment, module)),
      });
    if (!isVariable(assignment, module)) continue;
    const mend = removal(assignment, module);
    const hasPython2 = pythons.some(({ from }) => from === "2.7");
    report(
      hasPython2
        ? { at, messageId: "pythonOptOut", level: "error", grade: "ask", mend }
        : { at, messageId: "pythonInert", level: "note", grade: "fix", mend },
    );
  }
}

/** `ssl._create_default_https_context = ssl._create_unverified_context`. */
function isPatch(assignment: PyNode, module: PyModule): boolean {
  if (dottedName(field(assignment, "left"), module) !== "ssl._create_default_https_context") return false;
  const right = field(assignment, "right");
  const unverified = "ssl._create_unverified_context";
  if (!right) return false;
  if (valuesOf(right, module).some((value) => value.kind === "constant" && value.name === unverified)) return true;
  return [...descendants(right)].some((node) => dottedName(node, module) === unverified);
}

/** `os.environ["PYTHONHTTPSVERIFY"] = "0"`. */
function isVariable(assignment: PyNode, module: PyModule): boolean {
  const left = field(assignment, "left");
  const right = field(assignment, "right");
  if (left?.type !== "subscript" || !right || dottedName(field(left, "value"), module) !== "os.environ") return false;
  const key = field(left, "subscript");
  const isNamed = key !== undefined && stringValue(key, module.text) === "PYTHONHTTPSVERIFY";
  return isNamed && valuesOf(right, module).some((value) => value.kind === "literal" && value.value === "0");
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
