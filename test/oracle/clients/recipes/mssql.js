const login = { server: "service.example.com", user: "sa", password: "secret", connectionTimeout: 2000 };

export default {
  client: "mssql",
  protocol: "tds",
  url: "Server=service.example.com;User Id=sa;Password=secret;Encrypt=true",
  calls: [
    { names: ["connect"], args: [{ ...login, options: { encrypt: true } }], code: "await $NAME(ARGS);" },
    {
      names: ["new ConnectionPool"],
      args: [{ ...login, options: { encrypt: true } }],
      code: "await new $NAME(ARGS).connect();",
    },
    {
      names: ["connect"],
      args: ["Server=service.example.com;User Id=sa;Password=secret;Encrypt=true"],
      code: "await $NAME(ARGS);",
    },
    { names: ["connect"], args: [{ ...login, options: { encrypt: "strict" } }], code: "await $NAME(ARGS);" },
  ],
};
