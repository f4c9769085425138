import { defineClient } from "../define-client.js";
import { engineOptions } from "./engine-io-client.js";

export default defineClient({
  name: "socket.io-client",
  docs: "https://socket.io/docs/v4/client-options/",
  verified: "socket.io-client 4.8.4",
  modules: ["socket.io-client"],
  tlsOptions: [
    {
      call: ["", "io", "connect", "lookup"],
      at: [[0], [1]],
      ...engineOptions,
      target: { at: [[0]] },
    },
    {
      call: ["", "io", "connect", "lookup"],
      at: [
        [0, "transportOptions", "*"],
        [1, "transportOptions", "*"],
      ],
      ...engineOptions,
      target: { at: [[0]] },
    },
    { construct: "Manager", at: [[0], [1]], ...engineOptions, target: { at: [[0]] } },
  ],
});
