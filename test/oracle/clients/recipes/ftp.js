export default {
  client: "ftp",
  protocol: "ftp",
  calls: [
    {
      names: ["().connect"],
      args: [{ host: "service.example.com", user: "user", password: "secret", secure: true, secureOptions: {} }],
      code: `const client = new $();
  await new Promise((done, fail) => {
    client.on("ready", done).on("error", fail);
    client.connect(ARGS);
  });`,
    },
  ],
};
