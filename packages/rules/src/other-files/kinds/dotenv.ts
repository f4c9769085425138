import { defineFileKind } from "../define-file-kind.js";

export default defineFileKind({
  name: "dotenv",
  title: ".env",
  reads: "variables",
  mends: "the line, or the value",
  path: /(^|\/)\.env(\.[^/]*)?$|\.env$/,
});
