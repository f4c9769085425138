import { defineClient } from "../define-client.js";

export default defineClient({
  name: "simple-oauth2",
  docs: "https://www.npmjs.com/package/simple-oauth2",
  verified: "simple-oauth2 5.1.0 and 4.3.0, @hapi/wreck 18.1.2",
  notes: ["`http` is handed to @hapi/wreck."],
  modules: ["simple-oauth2"],
  tlsOptions: [
    {
      construct: ["AuthorizationCode", "ClientCredentials", "ResourceOwnerPassword"],
      at: [[0, "http"]],
      side: "client",
      // @hapi/wreck takes one of two agents by whether it is true; null is as if nothing were said
      vocabulary: {
        rejectUnauthorized: {
          option: "rejectUnauthorized",
          values: [
            [false, false],
            [0, false],
            ["", false],
            [true, true],
          ],
        },
      },
      forwards: ["rejectUnauthorized", "ciphers", "secureProtocol"],
    },
  ],
});
