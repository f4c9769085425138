import { defineClient } from "../define-client.js";

export default defineClient({
  name: "@hapi/hapi",
  docs: "https://hapi.dev/api/#-serveroptionstls",
  verified: "@hapi/hapi 21.4.10",
  modules: ["@hapi/hapi", "hapi"],
  tlsOptions: [
    { call: "server", at: [[0, "tls"]], side: "server" },
    { construct: "Server", at: [[0, "tls"]], side: "server" },
  ],
});
