import { rangesOverlap } from "tls-policy";
import type { Client, Majors, Vocabulary, Word } from "../../define-client.js";
import type { FileView } from "../program/file-view.js";

/** Whether a row of a client's table holds for a major that the project may use; without a word about that, all may be. */
export function holds(program: FileView, { name }: Client, { majors }: { readonly majors?: Majors }): boolean {
  const releases = majors === undefined ? undefined : program.file.releases?.(name);
  return majors === undefined || releases === undefined || rangesOverlap(releases, majors);
}

/** The words that a project's major of a client knows. */
export function heldWords(program: FileView, client: Client, vocabulary: Vocabulary): Vocabulary {
  const words = Object.entries<Word>(vocabulary);
  const held = words.filter(([, word]) => holds(program, client, word));
  return held.length === words.length ? vocabulary : Object.fromEntries(held);
}
