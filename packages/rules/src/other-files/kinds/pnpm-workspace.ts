import { defineFileKind } from "../define-file-kind.js";

export default defineFileKind({
  name: "pnpm-workspace",
  title: "pnpm-workspace.yaml",
  reads: "`strictSsl`, `nodeOptions`",
  mends: "the entry",
  path: /(^|\/)pnpm-workspace\.ya?ml$/,
  yaml: {
    globs: ["**/pnpm-workspace.{yml,yaml}"],
    environments: [],
    scripts: [],
    commands: [],
    npmSettings: { strictSsl: "strict-ssl", nodeOptions: "node-options" },
  },
});
