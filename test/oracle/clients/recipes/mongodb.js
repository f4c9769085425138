const limits = { serverSelectionTimeoutMS: 1500 };

export default {
  client: "mongodb",
  oldest: 3,
  url: "mongodb://service.example.com/app?tls=true&serverSelectionTimeoutMS=1500",
  calls: [
    {
      names: ["new MongoClient"],
      places: [[1]],
      args: ["mongodb://service.example.com/app", { tls: true, ...limits }],
      code: "await new $NAME(ARGS).connect();",
    },
    {
      names: ["new MongoClient"],
      places: [[0]],
      args: ["mongodb://service.example.com/app?tls=true&serverSelectionTimeoutMS=1500", {}],
      code: "await new $NAME(ARGS).connect();",
    },
    {
      names: ["new MongoClient"],
      places: [
        [1, "tls"],
        [1, "ssl"],
      ],
      args: ["mongodb://service.example.com/app?serverSelectionTimeoutMS=1500", {}],
      code: "await new $NAME(ARGS).connect();",
    },
    {
      names: ["MongoClient.connect"],
      places: [[1]],
      args: ["mongodb://service.example.com/app", { tls: true, ...limits }],
      code: "await $NAME(ARGS);",
    },
  ],
  also: [
    {
      about: "a parameter in another case",
      isWeak: true,
      code: `await new $MongoClient("mongodb://service.example.com/app?tls=true&TLSALLOWINVALIDCERTIFICATES=true&serverSelectionTimeoutMS=1500").connect();`,
    },
    {
      about: "a minimum version",
      code: `await new $MongoClient("mongodb://service.example.com/app?tls=true&serverSelectionTimeoutMS=1500", { minVersion: "TLSv1" }).connect();`,
    },
  ],
};
