import { defineClient, opposite } from "../define-client.js";

export default defineClient({
  name: "puppeteer",
  docs: "https://pptr.dev/api/puppeteer.connectoptions",
  verified: "puppeteer-core 24.43.1 (`acceptInsecureCerts`) and 19.11.1 (`ignoreHTTPSErrors`)",
  modules: ["puppeteer", "puppeteer-core"],
  tlsOptions: [
    {
      call: ["launch", "connect"],
      at: [[0]],
      side: "client",
      vocabulary: {
        acceptInsecureCerts: { option: "rejectUnauthorized", values: opposite, unmistakable: true },
        ignoreHTTPSErrors: { option: "rejectUnauthorized", values: opposite, unmistakable: true },
      },
      forwards: [],
    },
  ],
});
