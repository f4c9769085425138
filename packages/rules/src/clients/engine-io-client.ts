import { defineClient } from "../define-client.js";

/** What the transports pick out of the options; the host name check counts for WebSocket only. */
export const engineOptions = {
  side: "client",
  forwards: ["rejectUnauthorized", "ciphers", "checkServerIdentity"],
  narrowed: {
    where: {
      at: [
        [0, "transports", "*"],
        [1, "transports", "*"],
      ],
      values: ["polling"],
    },
    forwards: ["rejectUnauthorized", "ciphers"],
  },
} as const;

export default defineClient({
  name: "engine.io-client",
  docs: "https://socket.io/docs/v4/client-options/",
  verified: "engine.io-client 6.6.8 and 5.2.0",
  modules: ["engine.io-client"],
  tlsOptions: [{ construct: ["", "Socket"], at: [[0], [1]], ...engineOptions, target: { at: [[0]] } }],
});
