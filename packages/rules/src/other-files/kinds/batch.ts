import { defineFileKind } from "../define-file-kind.js";

export default defineFileKind({
  name: "batch",
  title: ".cmd, .bat",
  reads: "`set`, `setx`; commands of Node, npm, curl and git",
  mends: "the line, or the words",
  path: /\.(cmd|bat)$/i,
});
