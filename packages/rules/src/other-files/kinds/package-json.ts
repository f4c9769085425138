import { defineFileKind } from "../define-file-kind.js";

export default defineFileKind({
  name: "package-json",
  title: "package.json",
  path: /(^|\/)package\.json$/,
});
