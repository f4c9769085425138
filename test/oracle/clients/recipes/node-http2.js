export default {
  client: "node-http2",
  isBuiltIn: true,
  calls: [
    {
      names: ["connect"],
      args: ["https://service.example.com", {}],
      code: `await new Promise((done, fail) => {
    const session = $NAME(ARGS);
    session.on("error", fail).on("close", done);
    session.request({ ":path": "/" }).on("error", fail).end();
  });`,
    },
  ],
};
