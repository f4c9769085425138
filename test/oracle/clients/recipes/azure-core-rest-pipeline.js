const url = `{ url: "https://service.example.com/" }`;

export default {
  client: "@azure/core-rest-pipeline",
  calls: [
    {
      names: ["createPipelineFromOptions"],
      args: [{ tlsOptions: {}, retryOptions: { maxRetries: 0 } }],
      code: `const pipeline = $NAME(ARGS);
  await pipeline.sendRequest($createDefaultHttpClient(), $createPipelineRequest(${url}));`,
    },
    {
      names: ["createPipelineRequest"],
      args: [{ url: "https://service.example.com/", tlsSettings: {} }],
      code: "await $createDefaultHttpClient().sendRequest($NAME(ARGS));",
    },
    {
      names: ["tlsPolicy"],
      args: [{}],
      code: `const pipeline = $createEmptyPipeline();
  pipeline.addPolicy($NAME(ARGS));
  await pipeline.sendRequest($createDefaultHttpClient(), $createPipelineRequest(${url}));`,
    },
  ],
};
