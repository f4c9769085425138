export default {
  client: "newman",
  since: { major: "6", why: "its programs connect in Node 12 alone", differs: 1 },
  calls: [
    {
      names: ["run"],
      args: [
        { collection: { info: { name: "one" }, item: [{ name: "one", request: "https://service.example.com/" }] } },
      ],
      code: "await new Promise((done, fail) => $NAME(ARGS, (error) => (error ? fail(error) : done())));",
    },
  ],
};
