export default {
  client: "drizzle-orm/postgres-js",
  package: "drizzle-orm",
  with: ["postgres@3"],
  protocol: "postgres",
  url: "postgres://user:secret@service.example.com/app",
  calls: [
    {
      names: ["drizzle"],
      args: [{ connection: { host: "service.example.com", user: "user", password: "secret", ssl: "verify-full" } }],
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
