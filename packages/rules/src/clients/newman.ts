import { defineClient, opposite } from "../define-client.js";

export default defineClient({
  name: "newman",
  docs: "https://github.com/postmanlabs/newman#newmanrunoptions-object--callback-function--run-eventemitter",
  verified: "newman 6.2.2",
  modules: ["newman"],
  trust: ["sslExtraCaCerts"],
  tlsOptions: [
    {
      call: "run",
      at: [[0]],
      side: "client",
      vocabulary: { insecure: { option: "rejectUnauthorized", values: opposite } },
      forwards: [],
    },
  ],
});
