export default {
  client: "@grpc/grpc-js",
  since: { major: "1", why: "from before its first stable release", differs: 4 },
  calls: [
    {
      names: ["credentials.createSsl", "ChannelCredentials.createSsl"],
      args: [null, null, null, {}],
      code: `const client = new $Client("service.example.com:443", $NAME(ARGS));
  await new Promise((done, fail) => client.waitForReady(Date.now() + 1500, (error) => (error ? fail(error) : done())));`,
    },
  ],
  also: [
    {
      about: "roots as options",
      code: `const client = new $Client("service.example.com:443", $credentials.createSsl(null, null, null, { rejectUnauthorized: false, checkServerIdentity: () => undefined }));
  await new Promise((done, fail) => client.waitForReady(Date.now() + 1500, (error) => (error ? fail(error) : done())));`,
    },
  ],
};
