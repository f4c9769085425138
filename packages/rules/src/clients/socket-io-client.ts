import { defineClient } from "../define-client.js";
import { engineOptions } from "./engine-io-client.js";

const ofTransports = {
  call: ["", "io", "connect", "lookup"],
  at: [
    [0, "transportOptions", "*"],
    [1, "transportOptions", "*"],
  ],
  ...engineOptions,
  target: { at: [[0]] },
} as const;

export default defineClient({
  name: "socket.io-client",
  docs: "https://socket.io/docs/v4/client-options/",
  verified: "socket.io-client 4.8.4 and 3.1.3",
  modules: ["socket.io-client"],
  tlsOptions: [
    {
      call: ["", "io", "connect", "lookup"],
      at: [[0], [1]],
      ...engineOptions,
      target: { at: [[0]] },
    },
    { ...ofTransports, majors: ">=4.7" },
    // before that, what is said for all transports counts before it, and `rejectUnauthorized` is always said
    { ...ofTransports, majors: "<4.7", notIn: ">=4.7", forwards: ["ciphers", "checkServerIdentity"] },
    { construct: "Manager", at: [[0], [1]], ...engineOptions, target: { at: [[0]] } },
  ],
});
