const login = { host: "service.example.com", user: "user", connectTimeout: 2000 };

export default {
  client: "mariadb",
  protocol: "mysql",
  calls: [
    {
      names: ["createConnection"],
      args: [{ ...login, ssl: true }],
      code: "await $NAME(ARGS);",
    },
    {
      names: ["createPool"],
      args: [{ ...login, ssl: true, acquireTimeout: 2000 }],
      code: "await $NAME(ARGS).getConnection();",
    },
  ],
};
