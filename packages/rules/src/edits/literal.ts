import type { Primitive } from "../source/values/static-value.js";

/** Source text of a value in the given quotes: `literal("TLSv1.2", "'")` is `'TLSv1.2'`. */
export function literal(value: Primitive, quote: string): string {
  if (typeof value !== "string") return String(value);
  const escaped = value.replaceAll("\\", "\\\\").replaceAll(quote, `\\${quote}`);
  return quote + (quote === "`" ? escaped.replaceAll("${", "\\${") : escaped) + quote;
}

/** The quotes that a piece of source text starts with, if any. */
export function quoteOf(text: string): string | undefined {
  return /^['"`]/.exec(text)?.[0];
}

/** The quotes that most strings of a file use; `'` where there is none. */
export function dominantQuote(text: string): string {
  return text.split('"').length > text.split("'").length ? '"' : "'";
}
