const login = { host: "service.example.com", auth: { user: "user", pass: "secret" }, logger: false };
const code = "const client = new $NAME(ARGS);\n  await client.connect();";

export default {
  client: "imapflow",
  protocol: "imap",
  calls: [
    { names: ["new ImapFlow"], args: [{ ...login, port: 993, secure: true }], code },
    { names: ["new ImapFlow"], args: [{ ...login, port: 143, secure: false, doSTARTTLS: true }], code },
  ],
};
