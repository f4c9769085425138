const login = { host: "service.example.com", user: "user", password: "secret", database: "app" };
/** Its pool tries again until then, in milliseconds. */
const once = { acquireConnectionTimeout: 1200 };
const code = `await $NAME(ARGS).raw("select 1");`;

export default {
  client: "knex",
  with: ["pg@8", "mysql2@3", "mysql@2", "tedious@19"],
  calls: [
    {
      names: [""],
      protocol: "postgres",
      url: "postgres://user:secret@service.example.com/app",
      args: [{ client: "pg", ...once, connection: { ...login, ssl: true } }],
      code,
    },
    {
      names: ["knex"],
      isBrief: true,
      places: [[0, "connection", "ssl"]],
      protocol: "postgres",
      args: [{ client: "pg", ...once, connection: { ...login, ssl: true } }],
      code,
    },
    {
      names: [""],
      protocol: "mysql",
      url: "mysql://user:secret@service.example.com/app",
      args: [{ client: "mysql2", ...once, connection: { ...login, ssl: {} } }],
      code,
    },
    {
      names: [""],
      protocol: "mysql",
      url: "mysql://user:secret@service.example.com/app",
      args: [{ client: "mysql", ...once, connection: { ...login, ssl: {} } }],
      code,
    },
    {
      names: [""],
      protocol: "tds",
      places: [
        [0, "connection", "options"],
        [0, "connection", "options", "cryptoCredentialsDetails"],
        [0, "connection", "options", "encrypt"],
      ],
      args: [
        {
          client: "mssql",
          ...once,
          connection: { server: "service.example.com", user: "sa", password: "secret", options: { encrypt: true } },
        },
      ],
      code,
    },
  ],
  also: [
    {
      about: "a string that a function returns",
      isWeak: true,
      protocol: "postgres",
      code: `await $({ client: "pg", acquireConnectionTimeout: 1200, connection: () => "postgres://user:secret@service.example.com/app?sslmode=no-verify" }).raw("select 1");`,
    },
    {
      about: "a string that a function promises",
      isWeak: true,
      protocol: "postgres",
      code: `await $({ client: "pg", acquireConnectionTimeout: 1200, connection: async () => "postgres://user:secret@service.example.com/app?ssl=true&sslmode=no-verify" }).raw("select 1");`,
    },
    {
      about: "a string for mysql2 that a function returns",
      isWeak: true,
      protocol: "mysql",
      code: `await $({ client: "mysql2", acquireConnectionTimeout: 1200, connection: () => 'mysql://user:secret@service.example.com/app?ssl={"rejectUnauthorized":false}' }).raw("select 1");`,
    },
    {
      about: "a string for mysql that a function returns",
      isWeak: true,
      protocol: "mysql",
      code: `await $({ client: "mysql", acquireConnectionTimeout: 1200, connection: () => 'mysql://user:secret@service.example.com/app?ssl={"rejectUnauthorized":false}' }).raw("select 1");`,
    },
  ],
};
