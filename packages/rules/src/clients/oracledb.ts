import { acceptsAllWhenFalse, defineClient } from "../define-client.js";

const sslServerDNMatch = { option: "checkServerIdentity", values: acceptsAllWhenFalse, unmistakable: true } as const;

/** Everything but yes, on and true switches the match off. */
const inString = {
  option: "checkServerIdentity",
  values: [
    ["no", "accepts-all"],
    ["off", "accepts-all"],
    ["false", "accepts-all"],
    ["yes", "default"],
  ],
} as const;

export default defineClient({
  name: "oracledb",
  docs: "https://node-oracledb.readthedocs.io/en/latest/user_guide/connection_handling.html",
  verified: "oracledb 26.0.0 and 7.0.1",
  modules: ["oracledb"],
  trust: ["walletLocation"],
  tlsOptions: [
    {
      call: ["getConnection", "createPool"],
      at: [[0]],
      side: "client",
      vocabulary: { sslServerDNMatch },
      forwards: [],
    },
  ],
  connectionStrings: [
    {
      call: ["getConnection", "createPool"],
      at: [
        [0, "connectString"],
        [0, "connectionString"],
      ],
      form: "url",
      parameters: { ssl_server_dn_match: inString, tls_server_dn_match: { ...inString, majors: ">=26" } },
      looksLike: /^tcps:\/\//,
    },
  ],
});
