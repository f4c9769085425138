const login = { host: "service.example.com", user: "user", password: "secret" };

export default {
  client: "mysql",
  since: { major: "2", why: "of 2012, with other calls" },
  protocol: "mysql",
  url: "mysql://user:secret@service.example.com/app",
  calls: [
    {
      names: ["createConnection"],
      args: [{ ...login, ssl: {} }],
      code: "await new Promise((done, fail) => $NAME(ARGS).connect((error) => (error ? fail(error) : done())));",
    },
    {
      names: ["createPool"],
      args: [{ ...login, ssl: {} }],
      code: "await new Promise((done, fail) => $NAME(ARGS).getConnection((error) => (error ? fail(error) : done())));",
    },
    {
      names: ["createConnection"],
      args: ["mysql://user:secret@service.example.com/app?ssl={}"],
      code: "await new Promise((done, fail) => $NAME(ARGS).connect((error) => (error ? fail(error) : done())));",
    },
  ],
};
