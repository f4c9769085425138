/**
 * What a single rule may be given; the rest is for all rules alike and stands in `settings.tls`.
 * Spelt out here, so that the plugin's published types need neither the analysis's types nor TypeScript's.
 */
export interface RuleOptions {
  readonly certainty?: "proven" | "likely";
  readonly level?: "error" | "warning" | "note";
}
