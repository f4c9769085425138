import { defineClient } from "../define-client.js";

export default defineClient({
  name: "imapflow",
  docs: "https://imapflow.com/",
  verified: "imapflow 2.10.2 and 1.7.8",
  modules: ["imapflow"],
  tlsOptions: [
    { construct: "ImapFlow", at: [[0, "tls"]], side: "client" },
    { construct: "ImapFlow", at: [[0]], side: "client", forwards: [] },
  ],
  plaintext: [
    {
      construct: "ImapFlow",
      at: [[0, "doSTARTTLS"]],
      values: [false],
      unless: { options: [[0, "secure"]] },
      hosts: [[0, "host"]],
      effect: "none",
      remedy: "Use `secure: true`, or `doSTARTTLS: true`.",
    },
  ],
});
