const login = { host: "service.example.com", username: "user", password: "secret", logging: false };
const code = "await new $NAME(ARGS).authenticate();";

export default {
  client: "sequelize",
  since: { major: "6", why: "of 2018, made for drivers that are gone", differs: 51 },
  with: ["pg@8", "mysql2@3", "tedious@19"],
  calls: [
    {
      names: ["new Sequelize"],
      places: [[0, "dialectOptions", "ssl"]],
      protocol: "postgres",
      args: [{ ...login, dialect: "postgres", dialectOptions: { ssl: true } }],
      code,
    },
    {
      names: ["new Sequelize"],
      places: [[1, "dialectOptions", "ssl"], [0]],
      protocol: "postgres",
      url: "postgres://user:secret@service.example.com/app",
      args: ["postgres://user:secret@service.example.com/app", { logging: false, dialectOptions: { ssl: true } }],
      code,
    },
    {
      names: ["new Sequelize"],
      places: [[0, "dialectOptions", "ssl"]],
      protocol: "mysql",
      args: [{ ...login, dialect: "mysql", dialectOptions: { ssl: {} } }],
      code,
    },
    {
      names: ["new Sequelize"],
      places: [
        [0, "dialectOptions", "options"],
        [0, "dialectOptions", "options", "cryptoCredentialsDetails"],
        [0, "dialectOptions", "options", "encrypt"],
      ],
      protocol: "tds",
      args: [{ ...login, dialect: "mssql", dialectOptions: { options: { encrypt: true } } }],
      code,
    },
    { names: ["new Sequelize"], protocol: "tds", args: [{ ...login, dialect: "mssql" }], code, places: [] },
    {
      names: ["new Sequelize"],
      protocol: "tds",
      args: ["mssql://sa:secret@service.example.com/app", { logging: false }],
      code,
      places: [],
    },
  ],
  also: [
    {
      about: "an address of SQL Server alone",
      protocol: "tds",
      code: `await new $Sequelize("mssql://sa:secret@service.example.com/app").authenticate();`,
    },
    {
      about: "an address of SQL Server beside what verifies",
      protocol: "tds",
      code: `await new $Sequelize("mssql://sa:secret@service.example.com/app", { dialectOptions: { options: { trustServerCertificate: false } } }).authenticate();`,
    },
    {
      about: "an address of SQL Server with parameters",
      protocol: "tds",
      code: `await new $Sequelize("mssql://sa:secret@service.example.com/app?trustServerCertificate=false").authenticate();`,
    },
    {
      about: "a dialect beside an address",
      protocol: "tds",
      code: `await new $Sequelize("mssql://sa:secret@service.example.com/app", { dialect: "mssql" }).authenticate();`,
    },
  ],
};
