import { defineFileKind } from "../define-file-kind.js";

export default defineFileKind({
  name: "compose",
  title: "compose files",
  path: /(^|\/)(docker-)?compose([.-][^/]*)?\.ya?ml$/,
  yaml: {
    globs: ["**/{,docker-}compose{,[.-]*}.{yml,yaml}"],
    environments: ["environment", "args"],
    scripts: [],
    commands: ["command", "entrypoint", "test"],
  },
});
