const code = `const agent = new $NAME(ARGS);
  await new Promise((done, fail) => https.get("https://service.example.com/", { agent }, done).on("error", fail));`;

export default {
  client: "https-proxy-agent",
  oldest: 5,
  imports: { https: "node:https" },
  calls: [
    { names: ["new HttpsProxyAgent"], majors: ">=6", args: ["https://service.example.com:3129", {}], code },
    { names: ["new HttpsProxyAgent"], majors: ">=6", args: ["http://service.example.com:3128", {}], code },
    {
      names: ["new ", "new HttpsProxyAgent"],
      majors: "<6",
      args: [{ protocol: "https:", host: "service.example.com", port: 3129 }],
      code,
    },
  ],
};
