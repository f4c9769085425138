const code = `await new Promise((done, fail) => $NAME(ARGS).on("connect", done).on("connect_error", fail));`;

export default {
  client: "socket.io-client",
  calls: [
    { names: ["io"], args: ["https://service.example.com", { reconnection: false, transports: ["websocket"] }], code },
    { names: ["io"], args: ["https://service.example.com", { reconnection: false, transports: ["polling"] }], code },
    {
      names: ["io"],
      args: [
        "https://service.example.com",
        { reconnection: false, transports: ["websocket"], transportOptions: { websocket: {} } },
      ],
      code,
    },
  ],
};
