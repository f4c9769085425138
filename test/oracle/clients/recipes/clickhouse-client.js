export default {
  client: "@clickhouse/client",
  imports: { https: "node:https" },
  calls: [
    {
      names: ["createClient"],
      args: [{ url: "https://service.example.com", request_timeout: 2000 }],
      code: "const { success, error } = await $NAME(ARGS).ping();\n  if (!success) throw error;",
    },
  ],
  agents: [[0, "http_agent"]],
};
