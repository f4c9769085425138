const login = { host: "service.example.com", user: "user", password: "secret", database: "app" };

export default {
  client: "pg-promise",
  protocol: "postgres",
  url: "postgres://user:secret@service.example.com/app",
  calls: [
    { names: ["()"], args: [{ ...login, ssl: true }], code: "await $()(ARGS).connect();" },
    {
      names: ["()"],
      args: ["postgres://user:secret@service.example.com/app?ssl=true"],
      code: "await $()(ARGS).connect();",
    },
  ],
};
