import { defineClient } from "../define-client.js";

export default defineClient({
  name: "fastify",
  docs: "https://fastify.dev/docs/latest/Reference/Server/#https",
  verified: "fastify 5.12.8",
  modules: ["fastify"],
  tlsOptions: [{ call: ["", "fastify"], at: [[0, "https"]], side: "server" }],
});
