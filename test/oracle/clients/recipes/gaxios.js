export default {
  client: "gaxios",
  imports: { https: "node:https" },
  calls: [
    { names: ["request"], args: [{ url: "https://service.example.com/" }], code: "await $NAME(ARGS);" },
    {
      names: ["new Gaxios"],
      args: [{}],
      code: `await new $NAME(ARGS).request({ url: "https://service.example.com/" });`,
    },
  ],
  agents: [[0, "agent"]],
};
