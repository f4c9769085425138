import { defineClient } from "../define-client.js";

export default defineClient({
  name: "spdy",
  docs: "https://www.npmjs.com/package/spdy",
  verified: "spdy 4.0.2",
  modules: ["spdy"],
  tlsOptions: [
    { call: ["createServer", "server.create"], at: [[0], [1]], side: "server" },
    { call: ["createAgent", "agent.create"], at: [[0], [1]], side: "client" },
  ],
});
