import { defineFileKind } from "../define-file-kind.js";

export default defineFileKind({
  name: "dockerfile",
  title: "Dockerfile",
  reads: "`ENV`, `ARG`, `RUN`, `CMD`, `ENTRYPOINT`, health checks",
  mends: "the pair, the instruction, or the words",
  path: /(^|\/)(Dockerfile|Containerfile)(\.(?!env$)[^/]*)?$|\.(dockerfile|containerfile)$/i,
});
