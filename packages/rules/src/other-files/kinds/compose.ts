import { defineFileKind } from "../define-file-kind.js";

export default defineFileKind({
  name: "compose",
  title: "compose files",
  reads: "`environment`, `args` of a build, `command`, `entrypoint`, health checks",
  mends: "the entry, or the words",
  path: /(^|\/)(docker-)?compose([.-][^/]*)?\.ya?ml$/,
  yaml: {
    globs: ["**/{,docker-}compose{,[.-]*}.{yml,yaml}"],
    environments: ["environment", "args"],
    scripts: [],
    commands: ["command", "entrypoint", "test"],
  },
});
