import { defineFileKind } from "../define-file-kind.js";

export default defineFileKind({
  name: "__name__",
  title: "__name__",
  path: /(^|\/)__name__$/,
});
