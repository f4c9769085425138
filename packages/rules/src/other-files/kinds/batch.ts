import { defineFileKind } from "../define-file-kind.js";

export default defineFileKind({
  name: "batch",
  title: ".cmd, .bat",
  path: /\.(cmd|bat)$/i,
});
