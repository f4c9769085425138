export default {
  shares: true,
  client: "http2-wrapper",
  calls: [
    {
      names: ["request", "get"],
      args: ["https://service.example.com/", {}],
      code: 'await new Promise((done, fail) => $NAME(ARGS, done).on("error", fail).end());',
    },
    {
      names: ["auto"],
      args: ["https://service.example.com/", {}],
      code: `const request = await $NAME(ARGS);
  await new Promise((done, fail) => request.on("response", done).on("error", fail).end());`,
    },
  ],
};
