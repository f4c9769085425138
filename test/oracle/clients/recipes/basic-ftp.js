export default {
  client: "basic-ftp",
  protocol: "ftp",
  calls: [
    {
      names: ["Client().access"],
      args: [{ host: "service.example.com", user: "user", password: "secret", secure: true, secureOptions: {} }],
      code: "const client = new $Client();\n  await client.access(ARGS);",
    },
    {
      names: ["Client().access"],
      args: [{ host: "service.example.com", user: "user", password: "secret", secure: "implicit", secureOptions: {} }],
      code: "const client = new $Client();\n  await client.access(ARGS);",
    },
  ],
};
