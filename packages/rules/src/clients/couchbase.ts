import { defineClient } from "../define-client.js";

export default defineClient({
  name: "couchbase",
  docs: "https://docs.couchbase.com/nodejs-sdk/current/howtos/managing-connections.html",
  verified: "couchbase 4.7.1",
  modules: ["couchbase"],
  trust: ["trustStorePath"],
  tlsOptions: [],
  connectionStrings: [
    {
      call: ["connect", "Cluster.connect"],
      at: [[0]],
      form: "url",
      looksLike: /^couchbases?:\/\//,
      parameters: {
        tls_verify: {
          option: "rejectUnauthorized",
          values: [
            ["none", false],
            ["peer", true],
          ],
        },
      },
    },
  ],
});
