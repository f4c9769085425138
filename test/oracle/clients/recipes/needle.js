const code = "await new Promise((done, fail) => $NAME(ARGS, (error) => (error ? fail(error) : done())));";

export default {
  client: "needle",
  imports: { https: "node:https" },
  calls: [
    { names: ["get"], args: ["https://service.example.com/", {}], code },
    { names: ["post"], args: ["https://service.example.com/", "a=1", {}], code },
    { names: [""], args: ["get", "https://service.example.com/", {}], code: "await $NAME(ARGS);" },
    { names: ["request"], args: ["get", "https://service.example.com/", null, {}], code },
  ],
  agents: [[1, "agent"]],
};
