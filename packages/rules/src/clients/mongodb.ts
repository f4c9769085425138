import { acceptsAllWhenTrue, defineClient, inText, opposite } from "../define-client.js";

/** Shared by everything that hands its options to the MongoDB driver. */
export const mongodbWords = {
  tlsInsecure: { option: "rejectUnauthorized", values: opposite, unmistakable: true },
  tlsAllowInvalidCertificates: { option: "rejectUnauthorized", values: opposite, unmistakable: true },
  tlsAllowInvalidHostnames: { option: "checkServerIdentity", values: acceptsAllWhenTrue, unmistakable: true },
} as const;

export const mongodbForwards = [
  "rejectUnauthorized",
  "checkServerIdentity",
  "ciphers",
  "ecdhCurve",
  "minDHSize",
  "secureProtocol",
] as const;

export const mongodbParameters = inText(mongodbWords);

export default defineClient({
  name: "mongodb",
  docs: "https://www.mongodb.com/docs/drivers/node/current/security/tls/",
  verified: "mongodb 7.9.0",
  modules: ["mongodb"],
  tlsOptions: [
    { construct: "MongoClient", at: [[1]], side: "client", vocabulary: mongodbWords, forwards: mongodbForwards },
    { call: "MongoClient.connect", at: [[1]], side: "client", vocabulary: mongodbWords, forwards: mongodbForwards },
  ],
  connectionStrings: [
    {
      construct: "MongoClient",
      at: [[0]],
      form: "url",
      parameters: mongodbParameters,
      looksLike: /^mongodb(\+srv)?:\/\//,
    },
    { call: "MongoClient.connect", at: [[0]], form: "url", parameters: mongodbParameters },
  ],
});
