import { defineFileKind } from "../define-file-kind.js";

export default defineFileKind({
  name: "yarnrc",
  title: ".yarnrc",
  reads: "`strict-ssl`",
  mends: "the line",
  path: /(^|\/)\.yarnrc$/,
});
