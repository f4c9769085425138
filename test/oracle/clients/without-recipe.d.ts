/** The clients of tables that the oracle does not run, and why. */
export const withoutRecipe: Readonly<Record<string, string>>;
