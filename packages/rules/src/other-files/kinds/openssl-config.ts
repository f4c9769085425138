import { defineFileKind } from "../define-file-kind.js";

export default defineFileKind({
  name: "openssl-config",
  title: "openssl.cnf",
  reads: "commands of `SSL_CONF_cmd`",
  mends: "the value",
  path: /(^|\/)openssl[^/]*\.(cnf|conf)$/i,
});
