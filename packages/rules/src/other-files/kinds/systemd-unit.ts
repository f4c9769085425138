import { defineFileKind } from "../define-file-kind.js";

export default defineFileKind({
  name: "systemd-unit",
  title: "units of systemd",
  path: /\.(service|socket|timer)$|\.(service|socket|timer)\.d\/[^/]+\.conf$/,
});
