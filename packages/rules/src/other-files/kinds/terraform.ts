import { defineFileKind } from "../define-file-kind.js";

export default defineFileKind({
  name: "terraform",
  title: "Terraform, OpenTofu and other HCL",
  reads: "variables by their name, commands",
  mends: "the line, or the words",
  path: /\.(tf|tofu|hcl|tfvars)$/,
});
