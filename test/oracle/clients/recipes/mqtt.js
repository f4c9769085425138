const code = `await new Promise((done, fail) => $NAME(ARGS).on("connect", done).on("error", fail));`;

export default {
  client: "mqtt",
  url: "mqtts://service.example.com",
  oldest: 4,
  calls: [
    { names: ["connect"], args: ["mqtts://service.example.com", { reconnectPeriod: 0 }], code },
    {
      names: ["connect"],
      args: [{ protocol: "mqtts", host: "service.example.com", port: 8883, reconnectPeriod: 0 }],
      code,
    },
    {
      names: ["connect"],
      args: ["wss://service.example.com/mqtt", { reconnectPeriod: 0, wsOptions: {} }],
      url: "wss://service.example.com/mqtt",
      code,
    },
  ],
};
