import { defineFileKind } from "../define-file-kind.js";

export default defineFileKind({
  name: "jenkinsfile",
  title: "Jenkinsfile",
  reads: "variables, `sh`",
  mends: "the line, or the words",
  path: /(^|\/)Jenkinsfile(\.[^/]*)?$|\.jenkinsfile$/,
});
