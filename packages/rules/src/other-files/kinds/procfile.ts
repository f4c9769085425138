import { defineFileKind } from "../define-file-kind.js";

export default defineFileKind({
  name: "procfile",
  title: "Procfile",
  reads: "commands",
  mends: "the words",
  path: /(^|\/)Procfile(\.[^/]*)?$/,
});
