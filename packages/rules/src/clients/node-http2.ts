import { defineClient } from "../define-client.js";

export default defineClient({
  name: "node-http2",
  docs: "https://nodejs.org/api/http2.html",
  modules: ["http2"],
  tlsOptions: [
    { call: "connect", at: [[1]], side: "client" },
    { call: "createSecureServer", at: [[0]], side: "server" },
    { call: "createSecureServer().setSecureContext", at: [[0]], side: "server" },
    { call: "createSecureServer().addContext", at: [[1]], side: "server" },
  ],
});
