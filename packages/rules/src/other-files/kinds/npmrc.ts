import { defineFileKind } from "../define-file-kind.js";

export default defineFileKind({
  name: "npmrc",
  title: ".npmrc",
  reads: "`strict-ssl`, `node-options`",
  mends: "the line, or the words",
  path: /(^|\/)\.?npmrc$/,
});
