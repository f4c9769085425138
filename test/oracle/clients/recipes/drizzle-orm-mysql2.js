export default {
  client: "drizzle-orm/mysql2",
  package: "drizzle-orm",
  with: ["mysql2@3"],
  protocol: "mysql",
  url: "mysql://user:secret@service.example.com/app",
  calls: [
    {
      names: ["drizzle"],
      args: [{ connection: { host: "service.example.com", user: "user", password: "secret", ssl: {} } }],
      code: `await $NAME(ARGS).execute("select 1");`,
    },
    {
      names: ["drizzle"],
      args: ["mysql://user:secret@service.example.com/app"],
      code: `await $NAME(ARGS).execute("select 1");`,
      isBare: true,
    },
  ],
};
