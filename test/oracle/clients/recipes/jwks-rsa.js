export default {
  client: "jwks-rsa",
  oldest: 1,
  imports: { https: "node:https" },
  calls: [
    {
      names: [""],
      args: [{ jwksUri: "https://service.example.com/jwks.json", timeout: 2000 }],
      code: `await new Promise((done, fail) => $NAME(ARGS).getSigningKey("one", (error) => (error ? fail(error) : done())));`,
    },
  ],
  agents: [[0, "requestAgent"]],
};
