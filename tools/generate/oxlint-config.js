/**
 * The recommended configuration of the built plugin as oxlint reads it, which extends no configs of JavaScript plugins.
 * @param plugin the plugin as ESLint takes it
 * @returns {Map<string, string>} text by path from the repository root; nothing is written.
 */
export function generateOxlintConfig({ configs }) {
  const config = {
    jsPlugins: ["./dist/index.js", { name: "tls-warnings", specifier: "./dist/warnings.js" }],
    rules: configs.recommended.rules,
  };
  return new Map([["packages/eslint-plugin/oxlint.json", `${JSON.stringify(config, undefined, 2)}\n`]]);
}
