export const languages = ["javascript", "typescript"] as const;

export type Language = (typeof languages)[number];
