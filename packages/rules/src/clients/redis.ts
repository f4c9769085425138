import { defineClient } from "../define-client.js";

export default defineClient({
  name: "redis",
  docs: "https://redis.io/docs/latest/develop/clients/nodejs/connect/",
  verified: "redis 6.3.1, 5.12.1 (`socket`) and 3.1.2 (`tls`)",
  modules: ["redis", "@redis/client"],
  tlsOptions: [
    { call: "createClient", at: [[0, "tls"]], side: "client", forwards: [], majors: ">=4" },
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
    {
      call: "createClient",
      at: [[0, "tls"]],
      side: "client",
      majors: ">=4",
      unread: { why: "redis reads TLS options in `socket` from version 4 on" },
    },
  ],
  plaintext: [
    {
      call: "createClient",
      at: [[0], [0, "url"]],
      scheme: "redis",
      unless: {
        options: [
          [0, "socket", "tls"],
          [0, "tls"],
          [1, "tls"],
        ],
      },
      effect: "none",
      remedy: "Use `rediss://`.",
    },
    {
      call: "createClient",
      at: [[0, "socket", "tls"]],
      values: [false],
      hosts: [
        [0, "socket", "host"],
        [0, "url"],
      ],
      effect: "none",
      remedy: "Set `tls` to `true`.",
      isDefault: true,
      majors: ">=4",
    },
  ],
});
