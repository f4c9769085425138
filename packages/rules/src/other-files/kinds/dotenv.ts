import { defineFileKind } from "../define-file-kind.js";

export default defineFileKind({
  name: "dotenv",
  title: ".env",
  path: /(^|\/)\.env(\.[^/]*)?$|\.env$/,
});
