import { defineClient } from "../define-client.js";

export default defineClient({
  name: "@azure/core-rest-pipeline",
  docs: "https://www.npmjs.com/package/@azure/core-rest-pipeline",
  verified: "@azure/core-rest-pipeline 1.24.0, @typespec/ts-http-runtime 0.3.6",
  notes: [
    "The types of the TLS settings name certificates and keys only, but the client spreads the whole object into its `https.Agent`.",
  ],
  modules: ["@azure/core-rest-pipeline"],
  tlsOptions: [
    { call: "createPipelineFromOptions", at: [[0, "tlsOptions"]], side: "client" },
    // the constructor of a request takes other options over, and not these
    { call: "createPipelineRequest", at: [[0, "tlsSettings"]], side: "client", forwards: [] },
    { call: "tlsPolicy", at: [[0]], side: "client" },
  ],
});
