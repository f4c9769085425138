/** What Mozilla's guideline has an edition of, the strictest first. */
export const PROFILE_NAMES = ["modern", "intermediate", "legacy"] as const;

export type ProfileName = (typeof PROFILE_NAMES)[number];

/** What judges where nobody names a profile. */
export const DEFAULT_PROFILE: ProfileName = "intermediate";
