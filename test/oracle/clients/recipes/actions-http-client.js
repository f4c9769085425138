export default {
  client: "@actions/http-client",
  oldest: 1,
  calls: [
    {
      names: ["new HttpClient"],
      args: ["agent", [], {}],
      code: `await new $NAME(ARGS).get("https://service.example.com/");`,
    },
  ],
};
