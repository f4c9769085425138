import { defineFileKind } from "../define-file-kind.js";

export default defineFileKind({
  name: "dockerfile",
  title: "Dockerfile",
  path: /(^|\/)(Dockerfile|Containerfile)(\.(?!env$)[^/]*)?$|\.(dockerfile|containerfile)$/i,
});
