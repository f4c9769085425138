import { defineClient } from "../define-client.js";

export default defineClient({
  name: "redis",
  docs: "https://redis.io/docs/latest/develop/clients/nodejs/connect/",
  verified: "redis 6.3.1 (`socket`) and 3.1.2 (`tls`)",
  modules: ["redis", "@redis/client"],
  tlsOptions: [
    { call: "createClient", at: [[0, "socket"]], side: "client", majors: ">=4", target: { at: [[0, "url"]] } },
    {
      call: "createClient",
      at: [
        [0, "tls"],
        [1, "tls"],
        [2, "tls"],
      ],
      side: "client",
      majors: "<4",
    },
    {
      call: "createCluster",
      at: [
        [0, "defaults", "socket"],
        [0, "rootNodes", "*", "socket"],
      ],
      side: "client",
    },
    {
      call: "createSentinel",
      at: [
        [0, "nodeClientOptions", "socket"],
        [0, "sentinelClientOptions", "socket"],
      ],
      side: "client",
    },
    { call: "createClient", at: [[0]], side: "client", forwards: [], majors: ">=4" },
  ],
});
