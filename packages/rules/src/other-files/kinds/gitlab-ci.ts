import { defineFileKind } from "../define-file-kind.js";

export default defineFileKind({
  name: "gitlab-ci",
  title: "jobs of GitLab",
  reads: "`variables`, scripts",
  mends: "the entry, or the words",
  path: /(^|\/)\.gitlab\/.*\.ya?ml$|\.?gitlab-ci[^/]*\.ya?ml$/,
  yaml: {
    globs: ["**/*gitlab-ci*.{yml,yaml}", "**/.gitlab/**/*.{yml,yaml}"],
    environments: ["variables"],
    scripts: ["script", "before_script", "after_script"],
    commands: [],
  },
});
