/** Prints what the two ends of one TLS 1.2 connection of this process may do: `{ "ticket": true, "renegotiation": "ok" }`. */
const tls = require("node:tls");
const { key, cert } = JSON.parse(process.argv[2]);

const bound = { maxVersion: "TLSv1.2" };
const server = tls.createServer({ key, cert, ...bound }, (socket) => socket.on("error", () => undefined));
server.listen(0, "127.0.0.1", () => {
  const { port } = server.address();
  const socket = tls.connect({ host: "127.0.0.1", port, ca: cert, checkServerIdentity: () => undefined, ...bound });
  const end = (renegotiation) => {
    console.log(JSON.stringify({ ticket: socket.getTLSTicket() !== undefined, renegotiation }));
    socket.destroy();
    server.close();
  };
  socket.on("error", (error) => end(error.code));
  socket.on("secureConnect", () => socket.renegotiate({}, (error) => end(error ? error.code : "ok")));
});
