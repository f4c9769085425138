export default {
  client: "drizzle-orm/node-postgres",
  package: "drizzle-orm",
  with: ["pg@8"],
  protocol: "postgres",
  url: "postgres://user:secret@service.example.com/app",
  calls: [
    {
      names: ["drizzle"],
      args: [{ connection: { host: "service.example.com", user: "user", password: "secret", ssl: true } }],
      code: `await $NAME(ARGS).execute("select 1");`,
    },
    {
      names: ["drizzle"],
      args: ["postgres://user:secret@service.example.com/app"],
      code: `await $NAME(ARGS).execute("select 1");`,
      isBare: true,
    },
  ],
};
