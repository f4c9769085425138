import { defineClient } from "../define-client.js";

export default defineClient({
  name: "agent-base",
  docs: "https://www.npmjs.com/package/agent-base",
  verified: "agent-base 9.0.0",
  notes: [
    "The options of the constructor are handed to the `connect()` of the subclass, which passes them to `tls.connect()`.",
  ],
  modules: ["agent-base"],
  tlsOptions: [{ construct: "Agent", at: [[0]], side: "client" }],
});
