import { defineClient } from "../define-client.js";

const options = {
  at: [[0]],
  side: "client",
  vocabulary: { strictSsl: { option: "rejectUnauthorized", unmistakable: true } },
  forwards: [],
  majors: "<2",
  ignoresAgents: { why: "jwks-rsa before 2 has no `requestAgent`", majors: "<2", notIn: ">=2" },
} as const;

export default defineClient({
  name: "jwks-rsa",
  docs: "https://github.com/auth0/node-jwks-rsa",
  verified: "jwks-rsa 4.1.0, 3.2.2, 2.1.5 and 1.12.5",
  notes: ["From jwks-rsa 2 on there is no switch: TLS options go into the agent of `requestAgent`."],
  modules: ["jwks-rsa"],
  tlsOptions: [
    {
      call: ["", "expressJwtSecret", "hapiJwt2Key", "hapiJwt2KeyAsync", "koaJwtSecret", "passportJwtSecret"],
      ...options,
    },
    { construct: "JwksClient", ...options },
  ],
});
