import { defineClient } from "../define-client.js";

export default defineClient({
  name: "ws",
  docs: "https://github.com/websockets/ws/blob/master/doc/ws.md",
  verified: "ws 8.23.0 and 7.5.14",
  modules: ["ws"],
  tlsOptions: [{ construct: ["", "WebSocket"], at: [[1], [2]], side: "client", target: { at: [[0]] } }],
});
