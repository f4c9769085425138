const query = `const adapter = await new $NAME(ARGS).connect();
  await adapter.queryRaw({ sql: "select 1", args: [], argTypes: [] });`;

export default {
  client: "prisma",
  protocol: "postgres",
  url: "postgres://user:secret@service.example.com/app",
  calls: [
    {
      names: ["new PrismaPg"],
      args: [{ host: "service.example.com", user: "user", password: "secret", ssl: true }],
      code: query,
    },
  ],
};
