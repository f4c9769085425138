const login = { server: "service.example.com", user: "sa", password: "secret", connectionTimeout: 2000 };

export default {
  client: "mssql",
  protocol: "tds",
  url: "Server=service.example.com;User Id=sa;Password=secret",
  calls: [
    // one pool for the whole process
    {
      names: ["connect"],
      args: [{ ...login, options: { encrypt: true } }],
      places: [[0, "options"]],
      shares: true,
      isBrief: true,
      code: "await $NAME(ARGS);",
    },
    {
      names: ["new ConnectionPool"],
      places: [[0], [0, "options"], [0, "options", "encrypt"], [0, "options", "cryptoCredentialsDetails"]],
      args: [{ ...login, options: { encrypt: true } }],
      code: "await new $NAME(ARGS).connect();",
    },
    {
      names: ["new ConnectionPool"],
      args: ["Server=service.example.com;User Id=sa;Password=secret;Encrypt=true"],
      code: "await new $NAME(ARGS).connect();",
    },
    {
      names: ["new ConnectionPool"],
      args: [{ ...login, options: { encrypt: "strict" } }],
      places: [[0, "options"]],
      code: "await new $NAME(ARGS).connect();",
    },
  ],
};
