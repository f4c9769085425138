const connect = `const client = $NAME(ARGS);
  client.on("error", () => {});
  await client.connect();`;
const socket = { tls: true, host: "service.example.com", port: 6380, reconnectStrategy: false };
const wait = `await new Promise((done, fail) => $NAME(ARGS).on("ready", done).on("error", fail));`;

export default {
  client: "redis",
  oldest: 3,
  url: "rediss://service.example.com:6380",
  calls: [
    {
      names: ["createClient"],
      majors: ">=4",
      places: [[0], [0, "tls"], [0, "socket"]],
      args: [{ socket }],
      code: connect,
    },
    {
      names: ["createClient"],
      majors: ">=4",
      places: [[0, "socket", "tls"]],
      args: [{ socket: { host: "service.example.com", port: 6379, reconnectStrategy: false } }],
      code: connect,
    },
    {
      names: ["createClient"],
      majors: ">=4",
      places: [
        [0, "url"],
        [0, "socket"],
      ],
      args: [{ url: "rediss://service.example.com:6380", socket: { reconnectStrategy: false } }],
      code: connect,
    },
    { names: ["createClient"], majors: "<4", args: [{ host: "service.example.com", port: 6380, tls: {} }], code: wait },
    { names: ["createClient"], majors: "<4", args: ["rediss://service.example.com:6380", {}], code: wait },
    { names: ["createClient"], majors: "<4", args: [6380, "service.example.com", { tls: {} }], code: wait },
  ],
};
