import { defineFileKind } from "../define-file-kind.js";

export default defineFileKind({
  name: "github-workflow",
  title: "workflows and actions of GitHub",
  reads: "`env`, `run`",
  mends: "the entry, or the words",
  path: /(^|\/)\.github\/(workflows|actions)\/.*\.ya?ml$|(^|\/)action\.ya?ml$/,
  yaml: {
    globs: ["**/.github/{workflows,actions}/**/*.{yml,yaml}", "**/action.{yml,yaml}"],
    environments: ["env"],
    scripts: ["run"],
    commands: [],
  },
});
