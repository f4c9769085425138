import { defineClient, opposite } from "../define-client.js";

const vocabulary = { skipTLSVerify: { option: "rejectUnauthorized", values: opposite, unmistakable: true } } as const;

export default defineClient({
  name: "@kubernetes/client-node",
  docs: "https://github.com/kubernetes-client/javascript",
  verified: "@kubernetes/client-node 2.0.1 and 1.4.0",
  modules: ["@kubernetes/client-node"],
  trust: ["caData", "caFile"],
  tlsOptions: [
    { call: "KubeConfig().loadFromOptions", at: [[0, "clusters", "*"]], side: "client", vocabulary, forwards: [] },
    {
      call: ["KubeConfig().loadFromClusterAndUser", "KubeConfig().addCluster"],
      at: [[0]],
      side: "client",
      vocabulary,
      forwards: [],
    },
  ],
});
