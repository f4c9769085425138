import type { TSESTree } from "@typescript-eslint/types";
import type { Guard } from "../guards/guards.js";
import { isCaught } from "../program/control-flow.js";
import { type FileView, type FunctionNode, isFunction } from "../program/file-view.js";
import { unwrap } from "../program/unwrap.js";
import { isWithin, walk } from "../program/walk.js";
import { leavesOf } from "../values/leaves.js";
import { type Answer, answersOf, isBuiltIn, nameOf } from "./host-name-answers.js";
import { choiceToAcceptAll } from "./host-name-choice.js";

/** What a `checkServerIdentity` does with the certificates of other hosts. */
export interface HostNameCheck {
  /**
   * `default`: it answers what `tls.checkServerIdentity` answers; `chosen`: it accepts them where `guard` holds; `throws`: it looks at the
   * certificate, and throws where Node wants an error returned; `inverted`: it answers whether the certificate fits, which Node takes the
   * other way round; `unknown`: it looks at the certificate in a way that is not judged.
   */
  readonly outcome: "accepts-all" | "refuses-all" | "default" | "chosen" | "throws" | "inverted" | "unknown";
  /** What the function does, as a verb phrase that follows its name; empty when that is unknown. */
  readonly why: string;
  readonly guard?: Guard;
}

const unknown: HostNameCheck = { outcome: "unknown", why: "" };
const builtIn: HostNameCheck = { outcome: "default", why: "answers what `tls.checkServerIdentity` answers" };
const throwing: HostNameCheck = { outcome: "throws", why: "throws for a certificate that it refuses" };
const inverted: HostNameCheck = { outcome: "inverted", why: "answers whether the certificate fits" };
const acceptsAll = (why: string): HostNameCheck => ({ outcome: "accepts-all", why });
const refusesAll = (why: string): HostNameCheck => ({ outcome: "refuses-all", why });

/**
 * Judges a `checkServerIdentity` by what it can return. Node accepts the host name for every falsy value and ends the connection for
 * every other one, an Error or not (measured on Node 10 to 26).
 */
export function hostNameCheckOf(program: FileView, expression: TSESTree.Node): HostNameCheck {
  const checks = leavesOf(program, expression).map((leaf) =>
    leaf.path.length === 0 ? checkOf(leaf.program, leaf.node) : checkOfMember(leaf.path),
  );
  const [first] = checks;
  return first && checks.every(({ outcome }) => outcome === first.outcome) ? first : unknown;
}

function checkOf(program: FileView, node: TSESTree.Node): HostNameCheck {
  if (isFunction(node)) return checkOfFunction(program, node);
  if (isBuiltIn(program, node)) return builtIn;
  if (node.type === "CallExpression") return checkOfWrapper(program, node);
  return checkOfMember([nameOf(node)]);
}

/** `noop` of whatever library. */
function checkOfMember(path: readonly string[]): HostNameCheck {
  return path.at(-1) === "noop" ? acceptsAll("does nothing") : unknown;
}

const emptyDoubles = /^(fn|stub|spy|noop)$/;

/** A function that a helper wraps: `once(() => undefined)`, `vi.fn()`. */
function checkOfWrapper(program: FileView, { callee, arguments: [first] }: TSESTree.CallExpression): HostNameCheck {
  if (!first) return emptyDoubles.test(nameOf(unwrap(callee))) ? acceptsAll("returns nothing") : unknown;
  const inner = hostNameCheckOf(program, first);
  return inner.outcome === "accepts-all" ? inner : unknown;
}

function checkOfFunction(program: FileView, fn: FunctionNode): HostNameCheck {
  if (fn.async || fn.generator) return refusesAll("returns a promise or generator, which Node takes for an error");
  const answers = new Set(answersOf(program, fn));
  const only = (...expected: readonly Answer[]) => [...answers].every((answer) => expected.includes(answer));
  if (only("accepts", "throws") && answers.has("throws") && readsCertificate(program, fn)) return throwing;
  if (only("accepts")) return acceptsAll(reasonOf(program, fn));
  if (only("refuses")) return refusesAll("returns what is no Error, which Node takes for one all the same");
  if (only("error", "throws", "refuses")) return refusesAll("refuses every certificate");
  if (only("built-in", "error", "throws")) return builtIn;
  const mayAccept = answers.has("accepts") && !answers.has("built-in");
  if (mayAccept && !readsCertificate(program, fn)) return acceptsAll("never looks at the certificate");
  if (answers.has("fits") && only("fits", "accepts", "refuses", "error", "throws")) return inverted;
  const guard = choiceToAcceptAll(program, fn);
  return guard ? { outcome: "chosen", why: "accepts every certificate", guard } : unknown;
}

function reasonOf(program: FileView, fn: FunctionNode): string {
  const call = callOfBuiltIn(program, fn);
  if (!call) return "accepts every certificate";
  return isCaught(call)
    ? "swallows the error of `tls.checkServerIdentity`"
    : "drops the result of `tls.checkServerIdentity`";
}

function callOfBuiltIn(program: FileView, fn: FunctionNode): TSESTree.CallExpression | undefined {
  let found: TSESTree.CallExpression | undefined;
  walk(fn.body, (node) => {
    if (node.type === "CallExpression" && isBuiltIn(program, node.callee)) found = node;
  });
  return found;
}

/** Whether a function uses its second parameter, the certificate, by whatever name. */
function readsCertificate(program: FileView, fn: FunctionNode): boolean {
  const certificate = fn.params[1] ?? fn.params.find(({ type }) => type === "RestElement");
  let isRead = false;
  walk(fn, (node) => {
    if (node.type !== "Identifier") return;
    const name = program.variableOf(node)?.defs[0]?.name;
    const isParameter = certificate && name && name !== node && isWithin(name, certificate);
    if (isParameter || (node.name === "arguments" && fn.type !== "ArrowFunctionExpression")) isRead = true;
  });
  return isRead;
}
