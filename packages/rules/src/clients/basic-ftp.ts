import { defineClient } from "../define-client.js";

export default defineClient({
  name: "basic-ftp",
  docs: "https://github.com/patrickjuchli/basic-ftp",
  verified: "basic-ftp 6.2.6 and 5.3.1",
  notes: ["`secure` is `false` by default, which sends password and files in plain text."],
  modules: ["basic-ftp"],
  tlsOptions: [{ call: "Client().access", at: [[0, "secureOptions"]], side: "client" }],
  plaintext: [
    {
      call: "Client().access",
      at: [[0, "secure"]],
      values: [false],
      hosts: [[0, "host"]],
      effect: "none",
      remedy: "Set `secure` to `true`.",
    },
  ],
});
