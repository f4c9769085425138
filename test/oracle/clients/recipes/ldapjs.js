export default {
  client: "ldapjs",
  protocol: "ldap",
  calls: [
    {
      names: ["createClient"],
      args: [{ url: "ldaps://service.example.com" }],
      code: `await new Promise((done, fail) => {
    const client = $NAME(ARGS);
    client.on("error", fail);
    client.bind("cn=user", "secret", (error) => (error ? fail(error) : done()));
  });`,
    },
    {
      names: ["createClient().starttls"],
      args: [{}],
      code: `await new Promise((done, fail) => {
    const client = $createClient({ url: "ldap://service.example.com" });
    client.on("error", fail);
    client.starttls(ARGS, [], (error) => (error ? fail(error) : client.bind("cn=user", "secret", done)));
  });`,
    },
  ],
};
