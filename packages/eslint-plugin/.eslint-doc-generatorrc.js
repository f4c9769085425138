/** How `pnpm generate` has eslint-doc-generator write headers, options and the table of rules. */
export default {
  ruleDocTitleFormat: "prefix-name",
  // a config of all rules says nothing of a single one
  ignoreConfig: ["all"],
  configEmoji: [
    ["recommended", "✅"],
    ["strict", "🔒"],
    ["legacy", "🪜"],
    ["typed", "🧬"],
    ["package-json", "📦"],
    ["yaml", "📄"],
  ],
};
