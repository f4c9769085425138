import { defineClient } from "../define-client.js";
import { sniContext } from "./node-tls.js";

const unread = "an agent reads what it was made with, in its `options`";

export default defineClient({
  name: "node-https",
  docs: "https://nodejs.org/api/https.html",
  modules: ["https"],
  tlsOptions: [
    { call: "request", at: [[0], [1]], side: "client" },
    { call: "get", at: [[0], [1]], side: "client" },
    { construct: "Agent", at: [[0]], side: "client" },
    { call: "Agent", at: [[0]], side: "client" },
    { call: "createServer", at: [[0]], side: "server" },
    { construct: "Server", at: [[0]], side: "server" },
    { call: "Server", at: [[0]], side: "server" },
    { call: "createServer().setSecureContext", at: [[0]], side: "server" },
    { call: "createServer().addContext", at: [[1]], side: "server", unread: { why: sniContext } },
    { call: "Server().setSecureContext", at: [[0]], side: "server" },
    { call: "Server().addContext", at: [[1]], side: "server", unread: { why: sniContext } },
  ],
  settings: [
    { object: "globalAgent.options", side: "client" },
    { object: "Agent().options", side: "client", scope: "connection" },
    { object: "globalAgent", side: "client", unread },
    { object: "Agent()", side: "client", scope: "connection", unread },
  ],
  installers: ["globalAgent"],
});
