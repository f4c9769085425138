export default {
  client: "simple-oauth2",
  calls: [
    {
      names: ["new ClientCredentials"],
      args: [{ client: { id: "id", secret: "secret" }, auth: { tokenHost: "https://service.example.com" }, http: {} }],
      code: "await new $NAME(ARGS).getToken({});",
    },
  ],
  imports: { https: "node:https" },
};
