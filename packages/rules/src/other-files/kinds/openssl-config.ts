import { defineFileKind } from "../define-file-kind.js";

export default defineFileKind({
  name: "openssl-config",
  title: "openssl.cnf",
  path: /(^|\/)openssl[^/]*\.(cnf|conf)$/i,
});
