export default {
  shares: true,
  client: "ky",
  with: ["undici@6"],
  imports: { undici: "undici" },
  calls: [
    { names: ["", "get"], args: ["https://service.example.com/", { retry: 0 }], code: "await $NAME(ARGS);" },
    { names: ["create"], args: [{ retry: 0 }], code: `await $NAME(ARGS).get("https://service.example.com/");` },
  ],
  also: [
    {
      about: "a dispatcher",
      code: `await $.get("https://service.example.com/", { retry: 0, dispatcher: new undici.Agent({ connect: { rejectUnauthorized: false } }) });`,
    },
    {
      about: "an agent, which fetch does not know",
      isWeak: true,
      code: `await $.get("https://service.example.com/", { retry: 0, agent: { rejectUnauthorized: false } });`,
    },
  ],
};
