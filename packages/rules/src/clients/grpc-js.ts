import { defineClient } from "../define-client.js";

const forwards = ["rejectUnauthorized", "checkServerIdentity"] as const;

export default defineClient({
  name: "@grpc/grpc-js",
  docs: "https://grpc.github.io/grpc/node/grpc.credentials.html",
  verified: "@grpc/grpc-js 1.14.7",
  modules: ["@grpc/grpc-js"],
  trust: ["rootCerts"],
  tlsOptions: [
    { call: ["credentials.createSsl", "ChannelCredentials.createSsl"], at: [[3]], side: "client", forwards },
    {
      call: ["credentials.createFromSecureContext", "ChannelCredentials.createFromSecureContext"],
      at: [[1]],
      side: "client",
      forwards,
    },
  ],
  plaintext: [
    {
      call: ["credentials.createInsecure", "ChannelCredentials.createInsecure", "ServerCredentials.createInsecure"],
      effect: "none",
      remedy: "Use `createSsl`.",
    },
  ],
});
