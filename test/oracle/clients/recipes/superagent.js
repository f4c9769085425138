export default {
  client: "superagent",
  calls: [
    { names: ["get"], args: ["https://service.example.com/"], code: "await $NAME(ARGS)SWITCH;" },
    { names: ["agent"], args: [{}], code: `await $NAME(ARGS).get("https://service.example.com/");` },
  ],
  also: [
    {
      about: "loopback is trusted",
      isWeak: true,
      code: `await $get("https://127.0.0.1/").trustLocalhost();`,
    },
    {
      about: "loopback is trusted by a switch",
      isWeak: true,
      code: `await $get("https://127.0.0.1/").trustLocalhost(true);`,
    },
  ],
};
