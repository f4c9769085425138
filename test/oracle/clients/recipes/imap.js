const login = { user: "user", password: "secret", host: "service.example.com" };
const code = `const client = new $NAME(ARGS);
  await new Promise((done, fail) => client.once("ready", done).once("error", fail).connect());`;

export default {
  client: "imap",
  since: { major: "0.8", why: "of 2013, with other words", differs: 27 },
  protocol: "imap",
  calls: [
    { names: ["new "], args: [{ ...login, port: 993, tls: true, tlsOptions: {} }], code },
    { names: ["new "], args: [{ ...login, port: 143, autotls: "always", tlsOptions: {} }], code },
  ],
};
