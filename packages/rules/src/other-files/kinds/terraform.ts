import { defineFileKind } from "../define-file-kind.js";

export default defineFileKind({
  name: "terraform",
  title: "Terraform, OpenTofu and other HCL",
  path: /\.(tf|tofu|hcl|tfvars)$/,
});
