import { defineFileKind } from "../define-file-kind.js";

export default defineFileKind({
  name: "shell",
  title: "shell scripts",
  path: /\.(sh|bash|zsh|ksh)$|(^|\/)\.(bash|zsh)(rc|_profile|env)$|(^|\/)\.(profile|envrc)$|(^|\/)\.husky\/[^/.]+$/,
});
