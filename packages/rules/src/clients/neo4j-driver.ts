import { defineClient } from "../define-client.js";

const trust = {
  option: "rejectUnauthorized",
  values: [
    ["TRUST_ALL_CERTIFICATES", false],
    ["TRUST_SYSTEM_CA_SIGNED_CERTIFICATES", true],
  ],
} as const;

/** `neo4j+ssc` takes any certificate, `neo4j+s` verifies it. */
const security = {
  option: "rejectUnauthorized",
  values: [
    ["ssc", false],
    ["s", true],
  ],
} as const;

export default defineClient({
  name: "neo4j-driver",
  docs: "https://neo4j.com/docs/javascript-manual/current/connect-advanced/",
  verified: "neo4j-driver 6.3.0 and 5.28.3",
  modules: ["neo4j-driver"],
  trust: ["trustedCertificates"],
  tlsOptions: [{ call: "driver", at: [[2]], side: "client", vocabulary: { trust }, forwards: [] }],
  connectionStrings: [
    {
      call: "driver",
      at: [[0]],
      form: "scheme",
      parameters: { scheme: security },
      looksLike: /^(bolt|neo4j)\+ssc:\/\//,
    },
  ],
});
