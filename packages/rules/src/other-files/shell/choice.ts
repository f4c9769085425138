const weakening =
  /\b(insecure|unsafe|unverified|untrusted|legacy|self signed|allow|skip|ignored?|disabled?|trust|bypass|no ?(verify|check)|dev|devel(op(ment)?)?|local(host)?|debug|test(ing)?|staging|mock|fake|dangerous(ly)?|permissive|weak)\b/;
const production = /\bprod(uction)?\b/;
const negation = /(^|\s)(!|!=|-ne|-z)\s/;

/**
 * The condition of a shell script, when that it holds (or does not) reads like somebody's own choice of weaker TLS:
 * an `INSECURE` setting, a development environment. That a setting is missing is no choice: then the weak branch is the default.
 */
export function choiceIn(condition: string, holds: boolean): string | undefined {
  const text = condition.trim().replace(/\s*;$/, "");
  const isPositive = holds !== negation.test(text);
  const words = text.replaceAll(/[^A-Za-z\d]+/g, " ").toLowerCase();
  // the command `test` says nothing
  const chosen = isPositive ? weakening.test(words.replace(/^\s*test\b/, "")) : production.test(words);
  if (!chosen) return;
  return holds ? text : `!(${text})`;
}
