import { defineClient } from "../define-client.js";

export default defineClient({
  name: "http2-wrapper",
  docs: "https://www.npmjs.com/package/http2-wrapper",
  verified: "http2-wrapper 2.2.4 and 1.0.3",
  notes: [
    "An `https.Agent` handed to `auto` counts where the server is known to speak no HTTP/2: not for the first request, which asks for the protocol, but for all after it.",
  ],
  modules: ["http2-wrapper"],
  tlsOptions: [
    { call: ["request", "get", "auto"], at: [[0], [1]], side: "client" },
    { construct: "ClientRequest", at: [[0], [1]], side: "client" },
    // each request brings its own
    { construct: "Agent", at: [[0]], side: "client", forwards: [] },
  ],
});
