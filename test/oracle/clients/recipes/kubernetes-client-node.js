export default {
  client: "@kubernetes/client-node",
  calls: [
    {
      names: ["KubeConfig().loadFromOptions"],
      args: [
        {
          clusters: [{ name: "one", server: "https://service.example.com" }],
          users: [{ name: "user", token: "secret" }],
          contexts: [{ name: "here", cluster: "one", user: "user" }],
          currentContext: "here",
        },
      ],
      code: `const config = new $KubeConfig();
  config.loadFromOptions(ARGS);
  await config.makeApiClient($CoreV1Api).listNamespace();`,
    },
    {
      names: ["KubeConfig().loadFromClusterAndUser"],
      args: [
        { name: "one", server: "https://service.example.com" },
        { name: "user", token: "secret" },
      ],
      code: `const config = new $KubeConfig();
  config.loadFromClusterAndUser(ARGS);
  await config.makeApiClient($CoreV1Api).listNamespace();`,
    },
  ],
};
