export default {
  client: "ldapts",
  protocol: "ldap",
  calls: [
    {
      names: ["new Client"],
      args: [{ url: "ldaps://service.example.com", connectTimeout: 2000 }],
      code: `await new $NAME(ARGS).bind("cn=user", "secret");`,
    },
    {
      names: ["Client().startTLS"],
      args: [{}],
      code: `const client = new $Client({ url: "ldap://service.example.com", connectTimeout: 2000 });
  await client.startTLS(ARGS);
  await client.bind("cn=user", "secret");`,
    },
  ],
};
