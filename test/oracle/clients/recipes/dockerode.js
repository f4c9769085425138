export default {
  client: "dockerode",
  calls: [
    {
      names: ["new "],
      args: [{ protocol: "https", host: "service.example.com", port: 2376 }],
      code: "await new $NAME(ARGS).ping();",
    },
  ],
};
