/** What a level says of a finding, in a phrase. */
export const levelMeanings = {
  error: "the policy prohibits it",
  warning: "deprecated, in a test, or somebody's own choice",
  note: "the code does not tell",
} as const;
