import { defineClient } from "../define-client.js";

export default defineClient({
  name: "undici",
  docs: "https://undici.nodejs.org/#/docs/api/Connector",
  verified: "undici 8.13.1, 7.30.2 and 6.29.1",
  modules: ["undici"],
  tlsOptions: [
    {
      construct: ["Agent", "EnvHttpProxyAgent"],
      at: [
        [0, "connect"],
        [0, "tls"],
      ],
      side: "client",
    },
    {
      construct: ["Client", "Pool", "BalancedPool", "RoundRobinPool"],
      at: [
        [1, "connect"],
        [1, "tls"],
      ],
      side: "client",
      target: { at: [[0]] },
    },
    {
      construct: ["ProxyAgent", "EnvHttpProxyAgent"],
      at: [
        [0, "requestTls"],
        [0, "proxyTls"],
      ],
      side: "client",
    },
    {
      construct: "Socks5ProxyAgent",
      at: [
        [1, "requestTls"],
        [1, "proxyTls"],
      ],
      side: "client",
    },
    { call: "buildConnector", at: [[0]], side: "client" },
    // both of its connections have words of their own
    {
      construct: "ProxyAgent",
      at: [
        [0, "connect"],
        [0, "tls"],
      ],
      side: "client",
      forwards: [],
    },
    { construct: ["Agent", "EnvHttpProxyAgent", "ProxyAgent"], at: [[0]], side: "client", forwards: [] },
    { construct: ["Client", "Pool", "BalancedPool", "RoundRobinPool"], at: [[1]], side: "client", forwards: [] },
    { call: ["request", "fetch", "stream", "pipeline"], at: [[1]], side: "client", forwards: [] },
  ],
  installers: ["setGlobalDispatcher"],
});
