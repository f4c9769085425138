const login = { host: "service.example.com", username: "user", password: "secret" };
const code = "await new $NAME(ARGS).initialize();";

export default {
  client: "typeorm",
  with: ["pg@8", "mysql2@3", "mssql@12", "reflect-metadata"],
  calls: [
    {
      names: ["new DataSource"],
      protocol: "postgres",
      url: "postgres://user:secret@service.example.com/app",
      places: [
        [0, "ssl"],
        [0, "extra", "ssl"],
        [0, "url"],
      ],
      args: [{ type: "postgres", ...login, ssl: true }],
      code,
    },
    {
      names: ["new DataSource"],
      protocol: "mysql",
      places: [
        [0, "ssl"],
        [0, "extra", "ssl"],
      ],
      args: [{ type: "mysql", ...login, ssl: {} }],
      code,
    },
    {
      names: ["new DataSource"],
      protocol: "tds",
      places: [
        [0, "options"],
        [0, "extra"],
        [0, "options", "encrypt"],
      ],
      args: [{ type: "mssql", ...login, options: { encrypt: true } }],
      code,
    },
  ],
};
