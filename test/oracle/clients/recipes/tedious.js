const login = {
  server: "service.example.com",
  authentication: { type: "default", options: { userName: "sa", password: "secret" } },
};
const code = `await new Promise((done, fail) => {
    const connection = new $NAME(ARGS);
    connection.on("error", fail);
    connection.connect((error) => (error ? fail(error) : done()));
  });`;

export default {
  client: "tedious",
  protocol: "tds",
  calls: [
    { names: ["new Connection"], args: [{ ...login, options: { encrypt: true, connectTimeout: 2000 } }], code },
    { names: ["new Connection"], args: [{ ...login, options: { encrypt: "strict", connectTimeout: 2000 } }], code },
  ],
};
