export default {
  client: "@prisma/adapter-mariadb",
  protocol: "mysql",
  calls: [
    {
      names: ["new PrismaMariaDb"],
      args: [
        {
          host: "service.example.com",
          user: "user",
          connectTimeout: 2000,
          acquireTimeout: 2000,
          ssl: { servername: "service.example.com" },
        },
      ],
      code: `const adapter = await new $NAME(ARGS).connect();
  await adapter.queryRaw({ sql: "select 1", args: [], argTypes: [] });`,
    },
  ],
};
