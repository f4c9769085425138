const login = { host: "service.example.com", auth: { user: "user", pass: "secret" }, connectionTimeout: 2000 };
const code = "await $NAME(ARGS).verify();";

export default {
  client: "nodemailer",
  protocol: "smtp",
  url: "smtps://user:secret@service.example.com",
  calls: [
    { names: ["createTransport"], args: [{ ...login, port: 465, secure: true }], code },
    { names: ["createTransport"], args: [{ ...login, port: 2525, requireTLS: true }], code },
    { names: ["createTransport"], args: ["smtps://user:secret@service.example.com"], code },
  ],
  also: [
    {
      about: "a version in the address",
      isWeak: true,
      code: `await $createTransport("smtps://user:secret@service.example.com?tls.minVersion=TLSv1&tls.ciphers=DEFAULT@SECLEVEL=0").verify();`,
    },
  ],
};
