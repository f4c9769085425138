import { defineFileKind } from "../define-file-kind.js";

export default defineFileKind({
  name: "toml",
  title: "TOML of tools (netlify.toml, fly.toml, wrangler.toml, mise.toml)",
  reads: "variables by their name, commands",
  mends: "the line, or the words",
  path: /\.toml$/,
});
