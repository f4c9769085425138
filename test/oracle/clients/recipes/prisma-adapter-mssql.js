export default {
  client: "@prisma/adapter-mssql",
  protocol: "tds",
  url: "sqlserver://service.example.com;user=sa;password=secret;encrypt=true",
  calls: [
    {
      names: ["new PrismaMssql"],
      places: [[0], [0, "options"], [0, "options", "encrypt"]],
      args: [
        {
          server: "service.example.com",
          user: "sa",
          password: "secret",
          connectionTimeout: 2000,
          options: { encrypt: true },
        },
      ],
      code: "await new $NAME(ARGS).connect();",
    },
    {
      names: ["new PrismaMssql"],
      args: ["sqlserver://service.example.com;user=sa;password=secret;encrypt=true"],
      code: "await new $NAME(ARGS).connect();",
    },
  ],
};
