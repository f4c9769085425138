import { defineFileKind } from "../define-file-kind.js";

export default defineFileKind({
  name: "package-json",
  title: "package.json",
  reads: "scripts, commands of tools, variables by their name",
  mends: "the words, or the member",
  path: /(^|\/)package\.json$/,
});
