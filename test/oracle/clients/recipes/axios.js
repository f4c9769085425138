const get = { code: "await $NAME(ARGS);" };

export default {
  client: "axios",
  imports: { https: "node:https" },
  calls: [
    { names: ["get", ""], args: ["https://service.example.com/", {}], ...get },
    { names: ["post"], args: ["https://service.example.com/", { a: 1 }, {}], ...get },
    { names: ["request", ""], args: [{ url: "https://service.example.com/" }], ...get },
    { names: ["create"], args: [{}], code: `await $NAME(ARGS).get("https://service.example.com/");` },
  ],
  agents: [
    [1, "httpsAgent"],
    [0, "httpsAgent"],
  ],
  also: [
    {
      about: "options of HTTP/2",
      isWeak: true,
      shares: true,
      code: `await $get("https://service.example.com/", { httpVersion: 2, http2Options: { rejectUnauthorized: false } });`,
    },
    {
      about: "HTTP/2 beside an agent",
      isWeak: true,
      shares: true,
      code: `await $get("https://service.example.com/", { httpVersion: 2, httpsAgent: new https.Agent({ rejectUnauthorized: false }) });`,
    },
    {
      about: "an agent for all",
      shares: true,
      code: `$defaults.httpsAgent = new https.Agent({ rejectUnauthorized: false });
  await $get("https://service.example.com/");`,
    },
  ],
};
