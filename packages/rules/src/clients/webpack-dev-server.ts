import { defineClient } from "../define-client.js";
import { proxyTarget, proxyWords } from "./http-proxy.js";

export default defineClient({
  name: "webpack-dev-server",
  docs: "https://webpack.js.org/configuration/dev-server/",
  verified: "webpack-dev-server 5.2.7",
  modules: ["webpack-dev-server"],
  tlsOptions: [
    { construct: "", at: [[0, "server", "options"]], side: "server" },
    {
      construct: "",
      at: [[0, "proxy", "*"]],
      side: "client",
      vocabulary: proxyWords,
      target: proxyTarget,
      forwards: [],
    },
  ],
});
