import type { Plan } from "../../src/engine/judging/judgement.js";

/** What a run asks for that says nothing else. */
export const plan: Plan = {
  profile: "intermediate",
  policy: undefined,
  python: undefined,
  openssl: undefined,
  rules: undefined,
  level: "note",
  certainty: "likely",
  grades: [],
  marks: false,
  patches: false,
  sight: { useIgnoreFiles: true, maxFileSize: 3_000_000 },
  types: undefined,
};
