import { defineFileKind } from "../define-file-kind.js";

export default defineFileKind({
  name: "systemd-unit",
  title: "units of systemd",
  reads: "`Environment`, `ExecStart` and its kin",
  mends: "the assignment, or the words",
  path: /\.(service|socket|timer)$|\.(service|socket|timer)\.d\/[^/]+\.conf$/,
});
