import { defineFileKind } from "../define-file-kind.js";

export default defineFileKind({
  name: "procfile",
  title: "Procfile",
  path: /(^|\/)Procfile(\.[^/]*)?$/,
});
