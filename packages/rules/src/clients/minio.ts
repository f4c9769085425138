import { defineClient } from "../define-client.js";

export default defineClient({
  name: "minio",
  docs: "https://github.com/minio/minio-js",
  verified: "minio 8.0.7",
  modules: ["minio"],
  tlsOptions: [
    { construct: "Client", at: [[0], [0, "transportOptions"]], side: "client", forwards: [] },
    {
      call: "Client().setRequestOptions",
      at: [[0]],
      side: "client",
      forwards: [
        "rejectUnauthorized",
        "ciphers",
        "dhparam",
        "ecdhCurve",
        "honorCipherOrder",
        "secureOptions",
        "secureProtocol",
      ],
    },
  ],
});
