const login = { host: "service.example.com", user: "user", password: "secret", database: "app" };

export default {
  client: "pg",
  since: {
    major: "8",
    why: "it waits for ever in every Node since 14, and hands on a few of the options alone",
    differs: 43,
  },
  protocol: "postgres",
  url: "postgres://user:secret@service.example.com/app",
  calls: [
    {
      names: ["new Client"],
      args: [{ ...login, ssl: true }],
      code: "const client = new $NAME(ARGS);\n  await client.connect();",
    },
    { names: ["new Pool"], args: [{ ...login, ssl: true }], code: `await new $NAME(ARGS).query("select 1");` },
    {
      names: ["new Client"],
      args: ["postgres://user:secret@service.example.com/app?ssl=true"],
      code: "await new $NAME(ARGS).connect();",
    },
    {
      names: ["new Client"],
      args: [{ connectionString: "postgres://user:secret@service.example.com/app", ssl: true }],
      code: "await new $NAME(ARGS).connect();",
    },
  ],
};
