const login = { host: "service.example.com", user: "user", password: "secret" };

export default {
  client: "mysql2",
  oldest: 2,
  protocol: "mysql",
  url: "mysql://user:secret@service.example.com/app",
  calls: [
    {
      names: ["createConnection"],
      args: [{ ...login, ssl: {} }],
      code: `await new Promise((done, fail) => $NAME(ARGS).on("connect", done).on("error", fail));`,
    },
    {
      names: ["createPool"],
      args: [{ ...login, ssl: {} }],
      code: "await new Promise((done, fail) => $NAME(ARGS).getConnection((error) => (error ? fail(error) : done())));",
    },
    {
      names: ["createConnection"],
      module: "mysql2/promise",
      args: [{ ...login, ssl: {} }],
      code: "await $NAME(ARGS);",
    },
  ],
};
