export default {
  client: "node-fetch",
  imports: { https: "node:https" },
  calls: [{ names: [""], args: ["https://service.example.com/", {}], code: "await $NAME(ARGS);" }],
  agents: [[1, "agent"]],
};
