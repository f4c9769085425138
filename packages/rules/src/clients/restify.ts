import { defineClient } from "../define-client.js";

export default defineClient({
  name: "restify",
  docs: "http://restify.com/docs/server-api/",
  verified: "restify 11.1.0",
  modules: ["restify"],
  tlsOptions: [
    {
      call: "createServer",
      at: [[0]],
      side: "server",
      forwards: ["rejectUnauthorized", "requestCert", "ciphers", "secureOptions"],
    },
    {
      call: "createServer",
      at: [
        [0, "httpsServerOptions"],
        [0, "http2"],
        [0, "spdy"],
      ],
      side: "server",
    },
  ],
});
