export default {
  client: "oracledb",
  calls: [
    {
      names: ["getConnection"],
      places: [[0], [0, "connectString"]],
      args: [
        { user: "user", password: "secret", connectString: "tcps://service.example.com:2484/app?connect_timeout=2" },
      ],
      code: "await $NAME(ARGS);",
    },
  ],
  url: "tcps://service.example.com:2484/app?connect_timeout=2",
};
