export default {
  client: "@azure/cosmos",
  oldest: 2,
  calls: [
    {
      names: ["new CosmosClient"],
      args: [
        { endpoint: "https://service.example.com", key: "a2V5", auth: { masterKey: "a2V5" }, connectionPolicy: {} },
      ],
      code: "await new $NAME(ARGS).getDatabaseAccount();",
    },
  ],
};
