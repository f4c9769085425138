/** What a grade of an edit means, in a phrase. */
export const gradeMeanings = {
  fix: "same meaning",
  upgrade: "changes who can connect, towards the policy",
  ask: "depends on facts outside the code",
  manual: "no edit, a person acts",
} as const;
