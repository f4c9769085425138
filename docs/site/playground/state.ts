import { DEFAULT_PROFILE, PROFILE_NAMES, type ProfileName } from "tls-policy";
import { certainties, type Certainty, type Level, levels } from "tls-rules";
import { examples } from "./examples.js";
import { type Language, languages } from "./languages.js";

/** All that a visitor chooses; it stands in the address, so that a link shows the same page. */
export interface PlaygroundState {
  readonly code: string;
  readonly language: Language;
  /** A semver range of Node releases. */
  readonly node: string;
  readonly profile: ProfileName;
  readonly certainty: Certainty;
  readonly level: Level;
  /** Whether the migration also applies edits of grade `ask`. */
  readonly ask: boolean;
}

export const initialState: PlaygroundState = {
  code: examples[0]!.code,
  language: examples[0]!.language,
  node: ">=12",
  profile: DEFAULT_PROFILE,
  certainty: "likely",
  level: "note",
  ask: false,
};

const words: { readonly [Name in "language" | "profile" | "certainty" | "level"]: readonly PlaygroundState[Name][] } = {
  language: languages,
  profile: PROFILE_NAMES,
  certainty: certainties,
  level: levels,
};

/** The fragment of a link that shows this state; what is as in `initialState` is left out. */
export function toHash(state: PlaygroundState): string {
  const changed = Object.entries(state).filter(
    ([name, value]) => value !== initialState[name as keyof PlaygroundState],
  );
  return new URLSearchParams(changed.map(([name, value]) => [name, String(value)])).toString();
}

/** The state that a fragment names; a word that is none counts as left out. */
export function fromHash(hash: string): PlaygroundState {
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  const chosen = Object.entries(words).flatMap(([name, allowed]) => {
    const word = given.get(name);
    return (allowed as readonly (string | null)[]).includes(word) ? [[name, word]] : [];
  });
  return {
    ...initialState,
    ...Object.fromEntries(chosen),
    // the editor knows no other end of a line, and offsets must be the same in it
    code: given.get("code")?.replace(/\r\n?/g, "\n") ?? initialState.code,
    node: given.get("node") ?? initialState.node,
    ask: given.get("ask") === "true",
  };
}
