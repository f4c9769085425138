export default {
  client: "typed-rest-client",
  calls: [
    {
      names: ["new HttpClient"],
      module: "typed-rest-client/HttpClient",
      args: ["agent", [], {}],
      code: `await new $NAME(ARGS).get("https://service.example.com/");`,
    },
    {
      names: ["new RestClient"],
      module: "typed-rest-client/RestClient",
      args: ["agent", "https://service.example.com", [], {}],
      code: `await new $NAME(ARGS).get("/");`,
    },
  ],
};
