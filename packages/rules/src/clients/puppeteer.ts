import { defineClient, opposite } from "../define-client.js";

/** Chromium's switches, for everything that starts one; the one that ends in `-spki-list` pins keys. */
export const browserFlags = {
  "--ignore-certificate-errors": { option: "rejectUnauthorized", values: [["", false]] },
} as const;

export default defineClient({
  name: "puppeteer",
  docs: "https://pptr.dev/api/puppeteer.connectoptions",
  verified: "puppeteer-core 24.43.1 (`acceptInsecureCerts`) and 19.11.1 (`ignoreHTTPSErrors`)",
  modules: ["puppeteer", "puppeteer-core"],
  trust: "system",
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
  connectionStrings: [
    {
      call: "launch",
      at: [[0, "args", "*"]],
      form: "flag",
      parameters: browserFlags,
      looksLike: /^--ignore-certificate-errors/,
    },
  ],
});
