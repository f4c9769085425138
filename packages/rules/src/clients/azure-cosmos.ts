import { defineClient, opposite } from "../define-client.js";

const vocabulary = {
  DisableSSLVerification: { option: "rejectUnauthorized", values: opposite, unmistakable: true },
} as const;

export default defineClient({
  name: "@azure/cosmos",
  docs: "https://learn.microsoft.com/javascript/api/@azure/cosmos/cosmosclientoptions",
  verified: "@azure/cosmos 4.9.3, 3.17.3 and 2.1.7, documentdb 1.15.3",
  notes: ["From @azure/cosmos 3 on there is no switch: TLS options go into the `agent`."],
  modules: ["@azure/cosmos", "documentdb"],
  tlsOptions: [
    {
      construct: "CosmosClient",
      at: [[0, "connectionPolicy"]],
      side: "client",
      vocabulary,
      forwards: [],
      majors: "<3",
    },
    { construct: "DocumentClient", at: [[2]], side: "client", vocabulary, forwards: [] },
  ],
});
