import { defineFileKind } from "../define-file-kind.js";

export default defineFileKind({
  name: "shell",
  title: "shell scripts",
  reads: "commands, assignments, what is written into files of variables",
  mends: "the words, the line, or the command",
  path: /\.(sh|bash|zsh|ksh)$|(^|\/)\.(bash|zsh)(rc|_profile|env)$|(^|\/)\.(profile|envrc)$|(^|\/)\.husky\/[^/.]+$/,
});
