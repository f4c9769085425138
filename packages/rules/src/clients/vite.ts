import { defineClient } from "../define-client.js";
import { proxyWords } from "./http-proxy.js";

export default defineClient({
  name: "vite",
  docs: "https://vite.dev/config/server-options.html",
  verified: "vite 8.3.8",
  modules: ["vite", "vitest/config"],
  tlsOptions: [
    { call: ["defineConfig", "createServer", "preview"], at: [[0, "server", "https"], [0, "preview", "https"]], side: "server" },
    { call: ["defineConfig", "createServer", "preview"], at: [[0, "server", "proxy", "*"], [0, "preview", "proxy", "*"]], side: "client", vocabulary: proxyWords, forwards: [] },
  ],
});
