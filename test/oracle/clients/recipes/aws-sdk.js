export default {
  client: "aws-sdk",
  calls: [
    {
      names: ["new S3"],
      args: [
        {
          region: "eu-central-1",
          endpoint: "https://service.example.com",
          accessKeyId: "id",
          secretAccessKey: "secret",
          maxRetries: 0,
          httpOptions: {},
        },
      ],
      code: "await new $NAME(ARGS).listBuckets().promise();",
    },
  ],
  imports: { https: "node:https" },
  agents: [[0, "httpOptions", "agent"]],
};
