export default {
  shares: true,
  client: "playwright",
  package: "playwright-core",
  module: "playwright-core",
  calls: [
    {
      names: ["request.newContext"],
      args: [{}],
      code: `const context = await $NAME(ARGS);
  await context.get("https://service.example.com/");`,
    },
  ],
};
