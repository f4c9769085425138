import { defineFileKind } from "../define-file-kind.js";

export default defineFileKind({
  name: "yarnrc-yml",
  title: ".yarnrc.yml",
  reads: "`enableStrictSsl`",
  mends: "the entry",
  path: /(^|\/)\.yarnrc\.ya?ml$/,
  yaml: {
    globs: ["**/.yarnrc.{yml,yaml}"],
    environments: [],
    scripts: [],
    commands: [],
    npmSettings: { enableStrictSsl: "strict-ssl" },
  },
});
