import { defineClient } from "../define-client.js";

export default defineClient({
  name: "ftp",
  docs: "https://www.npmjs.com/package/ftp",
  verified: "ftp 0.3.10",
  modules: ["ftp"],
  tlsOptions: [{ call: "().connect", at: [[0, "secureOptions"]], side: "client" }],
  plaintext: [
    {
      call: "().connect",
      at: [[0, "secure"]],
      values: [false],
      hosts: [[0, "host"]],
      effect: "none",
      remedy: "Set `secure` to `true`.",
    },
  ],
});
