const login = { host: "service.example.com", username: "user", password: "secret", logging: false };
const code = "await new $NAME(ARGS).authenticate();";

export default {
  client: "sequelize",
  with: ["pg@8", "mysql2@3", "tedious@19"],
  calls: [
    {
      names: ["new Sequelize"],
      protocol: "postgres",
      args: [{ ...login, dialect: "postgres", dialectOptions: { ssl: true } }],
      code,
    },
    {
      names: ["new Sequelize"],
      protocol: "postgres",
      url: "postgres://user:secret@service.example.com/app",
      args: ["postgres://user:secret@service.example.com/app", { logging: false, dialectOptions: { ssl: true } }],
      code,
    },
    {
      names: ["new Sequelize"],
      protocol: "mysql",
      args: [{ ...login, dialect: "mysql", dialectOptions: { ssl: {} } }],
      code,
    },
    {
      names: ["new Sequelize"],
      protocol: "tds",
      args: [{ ...login, dialect: "mssql", dialectOptions: { options: { encrypt: true } } }],
      code,
    },
    { names: ["new Sequelize"], protocol: "tds", args: [{ ...login, dialect: "mssql" }], code, places: [] },
  ],
};
