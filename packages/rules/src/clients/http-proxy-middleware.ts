import { defineClient } from "../define-client.js";
import { proxyTarget, proxyWords } from "./http-proxy.js";

export default defineClient({
  name: "http-proxy-middleware",
  docs: "https://www.npmjs.com/package/http-proxy-middleware",
  verified: "http-proxy-middleware 4.2.2, 3.0.10 and 2.0.9",
  modules: ["http-proxy-middleware"],
  tlsOptions: [
    {
      call: ["", "createProxyMiddleware", "legacyCreateProxyMiddleware"],
      at: [[0], [1]],
      side: "client",
      vocabulary: proxyWords,
      target: proxyTarget,
      forwards: [],
    },
    {
      call: ["", "createProxyMiddleware", "legacyCreateProxyMiddleware"],
      at: [
        [0, "target"],
        [1, "target"],
      ],
      side: "client",
      forwards: ["ciphers", "secureProtocol"],
    },
    {
      call: ["createProxyMiddleware"],
      at: [
        [0, "ssl"],
        [1, "ssl"],
      ],
      side: "server",
    },
  ],
});
