import { defineFileKind } from "../define-file-kind.js";

export default defineFileKind({
  name: "makefile",
  title: "Makefile, justfile",
  path: /(^|\/)(GNUm|[Mm])akefile(\.[^/]*)?$|\.(mk|make|just)$|(^|\/)\.?[Jj]ustfile$/,
});
