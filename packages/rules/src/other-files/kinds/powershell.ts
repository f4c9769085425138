import { defineFileKind } from "../define-file-kind.js";

export default defineFileKind({
  name: "powershell",
  title: "PowerShell scripts",
  reads: "`$env:`, `Set-Item`, `SetEnvironmentVariable`; commands of Node, npm, curl, git and PowerShell's own",
  mends: "the line, or the words",
  path: /\.psm?1$/i,
});
