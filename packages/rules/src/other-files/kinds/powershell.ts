import { defineFileKind } from "../define-file-kind.js";

export default defineFileKind({
  name: "powershell",
  title: "PowerShell scripts",
  path: /\.psm?1$/i,
});
