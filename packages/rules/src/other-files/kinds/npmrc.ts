import { defineFileKind } from "../define-file-kind.js";

export default defineFileKind({
  name: "npmrc",
  title: ".npmrc",
  path: /(^|\/)\.?npmrc$/,
});
