import { defineClient } from "../define-client.js";

export default defineClient({
  name: "dockerode",
  docs: "https://www.npmjs.com/package/dockerode",
  verified: "dockerode 5.0.1, docker-modem 5.0.7",
  notes: ["`rejectUnauthorized` is dropped: the daemon's certificate is verified unless `agent` says otherwise."],
  modules: ["dockerode"],
  tlsOptions: [{ construct: "", at: [[0]], side: "client", forwards: ["checkServerIdentity"] }],
});
