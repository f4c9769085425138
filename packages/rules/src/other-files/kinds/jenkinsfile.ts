import { defineFileKind } from "../define-file-kind.js";

export default defineFileKind({
  name: "jenkinsfile",
  title: "Jenkinsfile",
  path: /(^|\/)Jenkinsfile(\.[^/]*)?$|\.jenkinsfile$/,
});
