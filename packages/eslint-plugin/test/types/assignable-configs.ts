import { defineConfig } from "eslint/config";
import tls, { type RuleOptions } from "eslint-plugin-tls";

// compiled by `tsc -b`, under exactOptionalPropertyTypes: a plugin whose types do not fit ESLint's stops the build

const options: RuleOptions = { level: "note" };

export default defineConfig([
  tls.configs.recommended,
  { extends: [tls.configs.strict, tls.configs.all], rules: { "tls/no-weak-cipher-suite": ["error", options] } },
  { plugins: { tls }, extends: ["tls/legacy"] },
]);
