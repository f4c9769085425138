const code = `await new Promise((done, fail) => new $NAME(ARGS).on("open", done).on("error", fail));`;

export default {
  client: "engine.io-client",
  calls: [
    { names: ["new Socket"], args: ["wss://service.example.com", { transports: ["websocket"] }], code },
    { names: ["new Socket"], args: ["https://service.example.com", { transports: ["polling"] }], code },
  ],
};
