export default {
  client: "db0/connectors/mysql2",
  with: ["mysql2@3"],
  package: "db0",
  protocol: "mysql",
  url: "mysql://user:secret@service.example.com/app",
  calls: [
    {
      names: [""],
      args: [{ host: "service.example.com", user: "user", password: "secret", ssl: {} }],
      code: `await $NAME(ARGS).exec("select 1");`,
    },
  ],
};
