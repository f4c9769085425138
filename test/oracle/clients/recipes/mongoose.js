export default {
  client: "mongoose",
  url: "mongodb://service.example.com/app?tls=true&serverSelectionTimeoutMS=1500",
  calls: [
    {
      names: ["connect"],
      args: ["mongodb://service.example.com/app", { tls: true, serverSelectionTimeoutMS: 1500 }],
      code: "await $NAME(ARGS);",
    },
    {
      names: ["createConnection"],
      args: ["mongodb://service.example.com/app", { tls: true, serverSelectionTimeoutMS: 1500 }],
      code: "await $NAME(ARGS).asPromise();",
    },
  ],
};
