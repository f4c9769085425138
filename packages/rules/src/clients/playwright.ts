import { defineClient, opposite } from "../define-client.js";
import { browserFlags } from "./puppeteer.js";

const words = {
  side: "client",
  vocabulary: { ignoreHTTPSErrors: { option: "rejectUnauthorized", values: opposite, unmistakable: true } },
  forwards: [],
} as const;

export default defineClient({
  name: "playwright",
  docs: "https://playwright.dev/docs/api/class-browser#browser-new-context-option-ignore-https-errors",
  verified: "playwright-core 1.65.1",
  modules: ["playwright", "playwright-core", "@playwright/test"],
  trust: "system",
  tlsOptions: [
    {
      call: [
        "*.launch().newContext",
        "*.launch().newPage",
        "*.connect().newContext",
        "*.connect().newPage",
        "request.newContext",
        "test.use",
      ],
      at: [[0]],
      ...words,
    },
    { call: "*.launchPersistentContext", at: [[1]], ...words },
    {
      call: "defineConfig",
      at: [
        [0, "use"],
        [0, "projects", "*", "use"],
      ],
      ...words,
    },
  ],
  connectionStrings: [
    { call: ["*.launch", "*.launchServer"], at: [[0, "args", "*"]], form: "flag", parameters: browserFlags },
    { call: "*.launchPersistentContext", at: [[1, "args", "*"]], form: "flag", parameters: browserFlags },
    { call: "defineConfig", at: [[0, "use", "launchOptions", "args", "*"]], form: "flag", parameters: browserFlags },
  ],
});
