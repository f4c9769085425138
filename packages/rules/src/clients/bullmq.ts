import { defineClient } from "../define-client.js";

export default defineClient({
  name: "bullmq",
  docs: "https://docs.bullmq.io/guide/connections",
  verified: "bullmq 6.7.0 and 5.81.5",
  notes: ["`connection` is handed to ioredis."],
  modules: ["bullmq"],
  tlsOptions: [
    { construct: ["Queue", "QueueEvents"], at: [[1, "connection", "tls"]], side: "client" },
    { construct: "Worker", at: [[2, "connection", "tls"]], side: "client" },
    { construct: "FlowProducer", at: [[0, "connection", "tls"]], side: "client" },
  ],
});
