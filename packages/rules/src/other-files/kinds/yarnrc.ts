import { defineFileKind } from "../define-file-kind.js";

export default defineFileKind({
  name: "yarnrc",
  title: ".yarnrc",
  path: /(^|\/)\.yarnrc$/,
});
