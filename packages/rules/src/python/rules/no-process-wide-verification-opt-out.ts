import { removalOf } from "../edits/lines.js";
import { definePythonRule, type PyMend } from "../judging/rule.js";
import { guardsOf } from "../program/guards.js";
import { dottedName, type PyModule } from "../program/module.js";
import { stringValue } from "../program/strings.js";
import { descendants, field, parts, type PyNode, textOf } from "../program/tree.js";
import { valuesOf } from "../program/values.js";

export default definePythonRule({
  name: "no-process-wide-verification-opt-out",
  messages: {
    patched:
      "`{{code}}` switches verification off for every `urllib` and `http.client` connection of the process (RFC 9325, section 7.1). Give the one connection that needs it a context of its own.",
    inert: "`PYTHONHTTPSVERIFY` has no effect on Python 3. Remove it.",
    variable:
      "`PYTHONHTTPSVERIFY` switches verification off for every `urllib2` and `httplib` connection on Python 2.7 (RFC 9325, section 7.1). Remove it.",
  },
  check({ module, pythons, report }) {
    for (const assignment of module.assignments) {
      if (isPatch(assignment, module))
        report({
          at: assignment,
          messageId: "patched",
          data: { code: textOf(assignment, module.text) },
          level: "error",
          guards: guardsOf(assignment, module),
          mend: removal(assignment, module),
        });
      if (!isVariable(assignment, module)) continue;
      const hasPython2 = pythons.some(({ from }) => from === "2.7");
      const mend = removal(assignment, module);
      report({
        at: assignment,
        messageId: hasPython2 ? "variable" : "inert",
        level: hasPython2 ? "error" : "note",
        guards: guardsOf(assignment, module),
        mend: mend && { ...mend, grade: hasPython2 ? "ask" : "fix" },
      });
    }
  },
});

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
function removal(assignment: PyNode, module: PyModule): PyMend | undefined {
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
