import { defineClient } from "../define-client.js";

const forwards = ["ciphers", "rejectUnauthorized", "secureProtocol", "checkServerIdentity"] as const;

export default defineClient({
  name: "needle",
  docs: "https://github.com/tomas/needle#tls-options",
  verified: "needle 3.5.0 and 2.9.1",
  notes: [
    "Only `ciphers`, `rejectUnauthorized`, `secureProtocol` and `checkServerIdentity` are handed on; `minVersion` has no effect.",
  ],
  modules: ["needle"],
  tlsOptions: [
    { call: ["get", "head"], at: [[1]], side: "client", forwards, target: { at: [[0]] } },
    { call: ["post", "put", "patch", "delete"], at: [[2]], side: "client", forwards, target: { at: [[0]] } },
    { call: ["", "request"], at: [[2], [3]], side: "client", forwards, target: { at: [[1]] } },
  ],
});
