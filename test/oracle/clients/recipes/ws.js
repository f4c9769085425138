const code = `await new Promise((done, fail) => new $NAME(ARGS).on("open", done).on("error", fail));`;

export default {
  client: "ws",
  imports: { https: "node:https" },
  calls: [
    { names: ["new "], args: ["wss://service.example.com", {}], code },
    { names: ["new WebSocket"], majors: ">=8", args: ["wss://service.example.com", {}], code },
    { names: ["new WebSocket"], majors: ">=8", args: ["wss://service.example.com", [], {}], code },
  ],
  agents: [[1, "agent"]],
};
