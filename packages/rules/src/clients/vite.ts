import { defineClient, type OptionsAt } from "../define-client.js";
import { proxyTarget, proxyWords } from "./http-proxy.js";

const call = ["defineConfig", "createServer", "preview"];

/** The configuration is an object, or what a function returns. */
const inServers = (...path: string[]): readonly OptionsAt[] =>
  ["server", "preview"].flatMap((server): OptionsAt[] => [
    [0, server, ...path],
    [0, "()", server, ...path],
  ]);

export default defineClient({
  name: "vite",
  docs: "https://vite.dev/config/server-options.html",
  verified: "vite 8.3.8",
  modules: ["vite", "vitest/config"],
  tlsOptions: [
    { call, at: inServers("https"), side: "server" },
    { call, at: inServers("proxy", "*"), side: "client", target: proxyTarget, vocabulary: proxyWords, forwards: [] },
  ],
});
