const code = `await new Promise((done, fail) => {
    const socket = $NAME(ARGS, () => socket.write("hello"));
    socket.on("error", fail).on("close", done);
  });`;

export default {
  client: "node-tls",
  isBuiltIn: true,
  calls: [
    { names: ["connect"], args: [{ host: "service.example.com", port: 443 }], code },
    { names: ["connect"], args: [443, "service.example.com", {}], code },
  ],
  also: [
    {
      about: "options beside a context",
      code: `await new Promise((done, fail) => {
    const secureContext = $createSecureContext({});
    const socket = $connect({ host: "service.example.com", port: 443, secureContext, minVersion: "TLSv1", ciphers: "DEFAULT@SECLEVEL=0" }, () => socket.write("hello"));
    socket.on("error", fail).on("close", done);
  });`,
    },
    {
      about: "a context's options",
      code: `await new Promise((done, fail) => {
    const secureContext = $createSecureContext({ minVersion: "TLSv1", ciphers: "DEFAULT@SECLEVEL=0" });
    const socket = $connect({ host: "service.example.com", port: 443, secureContext }, () => socket.write("hello"));
    socket.on("error", fail).on("close", done);
  });`,
    },
  ],
};
