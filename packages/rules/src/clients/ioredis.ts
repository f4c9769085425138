import { defineClient } from "../define-client.js";

export default defineClient({
  name: "ioredis",
  docs: "https://github.com/redis/ioredis#tls-options",
  verified: "ioredis 6.0.0 and 5.11.1",
  modules: ["ioredis"],
  tlsOptions: [
    {
      construct: ["", "Redis"],
      at: [
        [0, "tls"],
        [1, "tls"],
        [2, "tls"],
        [0, "sentinelTLS"],
      ],
      side: "client",
    },
    { construct: ["Cluster", "Redis.Cluster"], at: [[1, "redisOptions", "tls"]], side: "client" },
    { construct: ["", "Redis"], at: [[0], [1], [2]], side: "client", forwards: [] },
  ],
  plaintext: [
    {
      construct: ["", "Redis"],
      at: [[0]],
      scheme: "redis",
      unless: {
        options: [
          [0, "tls"],
          [1, "tls"],
          [2, "tls"],
        ],
      },
      effect: "none",
      remedy: "Use `rediss://`.",
    },
  ],
});
