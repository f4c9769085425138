export default {
  client: "db0",
  with: ["pg@8"],
  protocol: "postgres",
  url: "postgres://user:secret@service.example.com/app",
  calls: [
    {
      names: [""],
      args: [{ host: "service.example.com", user: "user", password: "secret", ssl: true }],
      code: `await $NAME(ARGS).exec("select 1");`,
    },
  ],
  package: "db0",
};
