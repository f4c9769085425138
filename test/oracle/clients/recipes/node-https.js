const code = `await new Promise((done, fail) => $NAME(ARGS, done).on("error", fail).end());`;

export default {
  client: "node-https",
  isBuiltIn: true,
  calls: [
    { names: ["request", "get"], args: ["https://service.example.com/", {}], code },
    { names: ["request"], args: [{ host: "service.example.com" }], code },
    {
      names: ["new Agent"],
      args: [{}],
      code: `const agent = new $NAME(ARGS);
  await new Promise((done, fail) => $get("https://service.example.com/", { agent }, done).on("error", fail));`,
    },
  ],
  settings: ["globalAgent.options", "globalAgent"],
  also: [
    {
      about: "a request beside its agent",
      code: `const agent = new $Agent({ rejectUnauthorized: true });
  await new Promise((done, fail) => $get("https://service.example.com/", { agent, rejectUnauthorized: false }, done).on("error", fail));`,
    },
    {
      about: "an agent beside its request",
      code: `const agent = new $Agent({ rejectUnauthorized: false });
  await new Promise((done, fail) => $get("https://service.example.com/", { agent, rejectUnauthorized: true }, done).on("error", fail));`,
    },
  ],
};
