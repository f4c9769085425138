export default {
  client: "mongoose",
  url: "mongodb://service.example.com/app?tls=true&serverSelectionTimeoutMS=1500",
  calls: [
    {
      names: ["connect"],
      places: [[1]],
      shares: true,
      isBrief: true,
      args: ["mongodb://service.example.com/app", { tls: true, serverSelectionTimeoutMS: 1500 }],
      code: "await $NAME(ARGS);",
    },
    {
      names: ["createConnection"],
      args: ["mongodb://service.example.com/app", { tls: true, serverSelectionTimeoutMS: 1500 }],
      places: [[1]],
      code: "await $NAME(ARGS).asPromise();",
    },
    {
      names: ["createConnection"],
      places: [[0]],
      args: ["mongodb://service.example.com/app?tls=true&serverSelectionTimeoutMS=1500", {}],
      code: "await $NAME(ARGS).asPromise();",
    },
    {
      names: ["createConnection"],
      places: [
        [1, "tls"],
        [1, "ssl"],
      ],
      args: ["mongodb://service.example.com/app?serverSelectionTimeoutMS=1500", {}],
      code: "await $NAME(ARGS).asPromise();",
    },
  ],
};
