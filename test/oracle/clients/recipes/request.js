const code = "await new Promise((done, fail) => $NAME(ARGS, (error) => (error ? fail(error) : done())));";

export default {
  client: "request",
  since: { major: "2", why: "of 2011", differs: 40 },
  imports: { https: "node:https" },
  calls: [
    { names: ["", "get"], args: [{ url: "https://service.example.com/" }], code },
    { names: ["post"], args: ["https://service.example.com/", {}], code },
    {
      names: ["defaults"],
      args: [{}],
      code: `await new Promise((done, fail) => $NAME(ARGS)("https://service.example.com/", (error) => (error ? fail(error) : done())));`,
    },
  ],
  agents: [[0, "agent"]],
};
