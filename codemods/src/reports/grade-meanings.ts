/** What a grade of an edit means, in a phrase. */
export const gradeMeanings = {
  fix: "same meaning",
  upgrade: "stricter, so that old peers may stop connecting",
  ask: "depends on facts outside the code",
  manual: "no edit, a person acts",
} as const;
