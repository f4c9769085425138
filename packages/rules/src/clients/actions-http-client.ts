import { defineClient, opposite } from "../define-client.js";

/** Shared by the clients that grew out of typed-rest-client. */
export const ignoringWords = {
  ignoreSslError: { option: "rejectUnauthorized", values: opposite, unmistakable: true },
} as const;

export default defineClient({
  name: "@actions/http-client",
  docs: "https://github.com/actions/toolkit/tree/main/packages/http-client",
  verified: "@actions/http-client 4.0.1, 3.0.2 and 1.0.11",
  modules: ["@actions/http-client"],
  trust: "process",
  tlsOptions: [{ construct: "HttpClient", at: [[2]], side: "client", vocabulary: ignoringWords, forwards: [] }],
});
