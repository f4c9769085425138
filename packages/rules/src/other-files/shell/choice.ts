import { production, weakening } from "../../choice-words.js";

const isLocal = /\blocal\b/;
/** What the command line is compared with: `[ "$1" = -k ]`. */
const isFlag = /=\s*["']?--?[A-Za-z]/;
const negation = /(^|\s)(!|!=|-ne|-z)\s/;

/**
 * The condition of a shell script, when that it holds (or does not) reads like somebody's own choice of weaker TLS:
 * an `INSECURE` setting, a development environment. That a setting is missing is no choice: then the weak branch is the default.
 */
export function choiceIn(condition: string, holds: boolean): string | undefined {
  const trimmed = condition.trim();
  const text = trimmed.endsWith(";") ? trimmed.slice(0, -1).trimEnd() : trimmed;
  const isPositive = holds !== negation.test(text);
  const words = text.replaceAll(/[^A-Za-z\d]+/g, " ").toLowerCase();
  // the command `test` says nothing
  const said = words.replace(/^\s*test\b/, "");
  if (isPositive ? !(weakening.test(said) || isLocal.test(said) || isFlag.test(text)) : !production.test(said)) return;
  return holds ? text : `!(${text})`;
}
