export default {
  client: "agentkeepalive",
  imports: { https: "node:https" },
  calls: [
    {
      names: ["new HttpsAgent"],
      args: [{}],
      code: `const agent = new $NAME(ARGS);
  await new Promise((done, fail) => https.get("https://service.example.com/", { agent }, done).on("error", fail));`,
    },
  ],
};
