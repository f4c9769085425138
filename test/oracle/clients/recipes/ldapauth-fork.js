export default {
  client: "passport-ldapauth",
  package: "ldapauth-fork",
  module: "ldapauth-fork",
  protocol: "ldap",
  calls: [
    {
      names: ["new "],
      places: [[0, "tlsOptions"]],
      args: [
        {
          url: "ldaps://service.example.com",
          bindDN: "cn=user",
          bindCredentials: "secret",
          searchBase: "dc=example",
          searchFilter: "(uid={{username}})",
          tlsOptions: {},
        },
      ],
      code: `const client = new $NAME(ARGS);
  client.on("error", () => {});
  await new Promise((done, fail) => client.authenticate("user", "secret", (error) => (error ? fail(error) : done())));`,
    },
  ],
};
