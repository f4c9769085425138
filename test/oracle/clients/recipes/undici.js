export default {
  client: "undici",
  oldest: 6,
  calls: [
    {
      names: ["new Agent"],
      args: [{}],
      code: `await $request("https://service.example.com/", { dispatcher: new $NAME(ARGS) });`,
    },
    {
      names: ["new Client", "new Pool"],
      args: ["https://service.example.com", {}],
      code: `await new $NAME(ARGS).request({ path: "/", method: "GET" });`,
    },
    {
      names: ["new ProxyAgent"],
      args: [{ uri: "https://service.example.com:3129" }],
      places: [[0, "proxyTls"], [0]],
      code: `await $request("https://service.example.com/", { dispatcher: new $NAME(ARGS) });`,
    },
    {
      names: ["new ProxyAgent"],
      args: [{ uri: "https://service.example.com:3129" }],
      places: [[0, "requestTls"], [0]],
      proxy: "good",
      code: `await $request("https://service.example.com/", { dispatcher: new $NAME(ARGS) });`,
    },
    {
      names: ["buildConnector"],
      args: [{}],
      code: `const dispatcher = new $Agent({ connect: $NAME(ARGS) });
  await $request("https://service.example.com/", { dispatcher });`,
    },
    {
      names: ["request", "fetch"],
      args: ["https://service.example.com/", {}],
      shares: true,
      code: "await $NAME(ARGS);",
    },
  ],
  also: [
    {
      about: "a dispatcher for all",
      shares: true,
      code: `$setGlobalDispatcher(new $Agent({ connect: { rejectUnauthorized: false } }));
  await $request("https://service.example.com/");`,
    },
    {
      about: "connect of a proxy's agent",
      isWeak: true,
      proxy: "good",
      code: `await $request("https://service.example.com/", { dispatcher: new $ProxyAgent({ uri: "https://service.example.com:3129", connect: { rejectUnauthorized: false } }) });`,
    },
  ],
};
