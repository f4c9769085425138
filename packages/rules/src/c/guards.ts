import type { CProgram } from "./program.js";
import { ancestors, type CNode, descendants, field, textOf } from "./tree.js";

/**
 * The condition that decides whether a call runs or is compiled, when it may be somebody's choice: the innermost `if`, `case` or `?:`
 * around it inside its function, else the innermost condition of the preprocessor. Undefined where nothing but the success of earlier calls is asked.
 */
export function guardOf(call: CNode, program: CProgram): string | undefined {
  return conditionAround(call, program) ?? program.conditionsAt(call.range[0]).at(-1)?.text;
}

function conditionAround(call: CNode, program: CProgram): string | undefined {
  let child = call;
  for (const parent of ancestors(call)) {
    const text = guardAt(child, parent, program);
    if (text !== undefined) return text;
    if (parent.type === "function_definition" || parent.type === "lambda_expression") return undefined;
    child = parent;
  }
  return undefined;
}

function guardAt(child: CNode, parent: CNode, program: CProgram): string | undefined {
  if (parent.type === "if_statement" || parent.type === "conditional_expression") {
    const condition = field(parent, "condition");
    if (!condition || child.field === "condition" || isCheckOfSuccess(condition, program)) return undefined;
    const written = textOf(condition, program.text)
      .replaceAll(/\s+/g, " ")
      .replace(/^\((.*)\)$/, "$1");
    return child.field === "alternative" ? `not (${written})` : written;
  }
  if (parent.type === "case_statement") {
    const value = field(parent, "value");
    if (child === value) return undefined;
    return value ? `case ${textOf(value, program.text)}` : "default";
  }
  return undefined;
}

/** Names that hold what a call came to, or what it made. */
const outcome =
  /^(?:NULL|nullptr|true|false|TRUE|FALSE|rc|ret|retval|err|errno|error|res|result|r|rv|status|ok|success|failed|s|ssl|ctx|sslctx|ssl_ctx|method|meth|bio|sock|fd|SSL_\w+|SSLv\w+|TLS\w*|DTLS\w*|ERR_\w+|BIO_\w+)_?$/i;

/** `if (ctx)`, `if (ctx != NULL)`, `if (SSL_CTX_set_cipher_list(...) != 1)`: nobody chooses there. */
function isCheckOfSuccess(condition: CNode, program: CProgram): boolean {
  const names = [...descendants(condition)].filter(
    ({ type, children }) => /identifier$/.test(type) && children.length === 0,
  );
  return names.every((node) => outcome.test(textOf(node, program.text)) || isArgument(node, condition));
}

function isArgument(node: CNode, end: CNode): boolean {
  if (node === end) return false;
  for (const each of ancestors(node)) {
    if (each === end) return false;
    if (each.type === "argument_list" || (each.type === "assignment_expression" && node.field === "left")) return true;
  }
  return false;
}
