const login = { host: "service.example.com", user: "user", password: "secret", max: 1, connect_timeout: 2 };

export default {
  client: "postgres",
  since: { major: "3", why: "of 2020, with other words", differs: 6 },
  protocol: "postgres",
  url: "postgres://user:secret@service.example.com/app",
  calls: [
    { names: [""], args: [{ ...login, ssl: "verify-full" }], code: "const sql = $NAME(ARGS);\n  await sql`select 1`;" },
    {
      names: [""],
      args: ["postgres://user:secret@service.example.com/app", { ssl: "verify-full", max: 1, connect_timeout: 2 }],
      code: "const sql = $NAME(ARGS);\n  await sql`select 1`;",
    },
    {
      names: [""],
      args: ["postgres://user:secret@service.example.com/app?sslmode=verify-full"],
      code: "const sql = $NAME(ARGS);\n  await sql`select 1`;",
    },
  ],
};
