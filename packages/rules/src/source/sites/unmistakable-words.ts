import { clients } from "../../clients/index.js";
import type { Vocabulary, Word } from "../../define-client.js";
import type { Primitive } from "../values/operators.js";

const words = clients.flatMap(({ tlsOptions }) =>
  tlsOptions.flatMap(({ vocabulary = {} }) => Object.entries<Word>(vocabulary)),
);

/** The clients' own words that with a weak value leave no doubt, wherever they stand. */
export const unmistakableWords: Vocabulary = Object.fromEntries(words.filter(([, word]) => word.unmistakable));

/** Whether a value of such a word switches a verification off. */
export function isWeakValue({ values }: Word, native: Primitive): boolean {
  const value = values ? values.find(([own]) => own === native)?.[1] : native;
  return value === false || value === "accepts-all";
}
