import { defineClient } from "../define-client.js";
import { ignoringWords } from "./actions-http-client.js";

export default defineClient({
  name: "typed-rest-client",
  docs: "https://github.com/microsoft/typed-rest-client",
  verified: "typed-rest-client 3.1.2 and 2.3.1",
  modules: ["typed-rest-client", "typed-rest-client/HttpClient", "typed-rest-client/RestClient"],
  trust: ["cert.caFile"],
  tlsOptions: [
    { construct: "HttpClient", at: [[2]], side: "client", vocabulary: ignoringWords, forwards: [] },
    { construct: "RestClient", at: [[3]], side: "client", vocabulary: ignoringWords, forwards: [] },
  ],
});
