export default {
  client: "@smithy/node-http-handler",
  imports: { https: "node:https" },
  calls: [
    {
      names: ["new NodeHttpHandler"],
      args: [{ httpsAgent: {} }],
      code: `await new $NAME(ARGS).handle({ protocol: "https:", hostname: "service.example.com", path: "/", method: "GET", headers: {}, query: {} });`,
    },
  ],
  agents: [[0, "httpsAgent"]],
};
