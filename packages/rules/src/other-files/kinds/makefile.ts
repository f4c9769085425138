import { defineFileKind } from "../define-file-kind.js";

export default defineFileKind({
  name: "makefile",
  title: "Makefile, justfile",
  reads: "variables, recipes",
  mends: "the line, or the words",
  path: /(^|\/)(GNUm|[Mm])akefile(\.[^/]*)?$|\.(mk|make|just)$|(^|\/)\.?[Jj]ustfile$/,
});
