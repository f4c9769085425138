const retry = { limit: 0 };

export default {
  client: "got",
  oldest: 11,
  imports: { https: "node:https" },
  calls: [
    { names: ["", "get"], args: ["https://service.example.com/", { retry }], code: "await $NAME(ARGS);" },
    { names: [""], majors: "<15", args: [{ url: "https://service.example.com/", retry }], code: "await $NAME(ARGS);" },
    { names: ["extend"], args: [{ retry }], code: `await $NAME(ARGS).get("https://service.example.com/");` },
  ],
  agents: [[1, "agent", "https"]],
};
