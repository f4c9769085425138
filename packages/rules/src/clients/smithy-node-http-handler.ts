import { defineClient } from "../define-client.js";

export default defineClient({
  name: "@smithy/node-http-handler",
  docs: "https://www.npmjs.com/package/@smithy/node-http-handler",
  verified: "@smithy/node-http-handler 4.14.2 and 3.3.3",
  notes: ["The AWS SDK's clients take it as `requestHandler`."],
  modules: ["@smithy/node-http-handler", "@aws-sdk/node-http-handler"],
  tlsOptions: [{ construct: "NodeHttpHandler", at: [[0, "httpsAgent"]], side: "client" }],
});
