import { rangesOverlap } from "tls-policy";
import type { Client, Majors, Vocabulary, Word } from "../../define-client.js";
import type { FileView } from "../program/file-view.js";

interface Row {
  readonly majors?: Majors;
  readonly notIn?: Majors;
}

/** Whether a row of a client's table holds for a major that the project may use; without a word about that, all may be. */
export function holds(program: FileView, { name }: Client, { majors, notIn }: Row): boolean {
  if (majors === undefined) return true;
  const releases = program.file.releases?.(name);
  if (releases === undefined) return notIn === undefined;
  return rangesOverlap(releases, majors) && (notIn === undefined || !rangesOverlap(releases, notIn));
}

/** The words that a project's major of a client knows. */
export function heldWords(program: FileView, client: Client, vocabulary: Vocabulary): Vocabulary {
  const words = Object.entries<Word>(vocabulary);
  const held = words.filter(([, word]) => holds(program, client, word));
  return held.length === words.length ? vocabulary : Object.fromEntries(held);
}
