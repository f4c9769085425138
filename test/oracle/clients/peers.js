import { once } from "node:events";
import { createServer } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import { protocols } from "./protocols.js";
import { insideTdsPackets } from "./tds-packets.js";

/** Suites that Node offers nowhere unless it is told to. */
const weakSuites = "CAMELLIA128-SHA:CAMELLIA256-SHA:@SECLEVEL=0";
const permissive = { minVersion: "TLSv1", ciphers: "DEFAULT:@SECLEVEL=0" };

/** The servers that each program meets: what each has of its own. */
export const peerOptions = {
  good: { ...permissive, certificate: "good" },
  unknownAuthority: { ...permissive, certificate: "unknownAuthority" },
  otherHost: { ...permissive, certificate: "otherHost" },
  oldVersions: { ...permissive, certificate: "good", maxVersion: "TLSv1.1" },
  weakSuites: { ...permissive, certificate: "good", maxVersion: "TLSv1.2", ciphers: weakSuites },
};

/** A client that waits for a greeting gets it after this time, in milliseconds; one that does not has sent its ClientHello by then. */
const patience = 300;
const tlsHandshake = 0x16;
const answerOfHttp =
  "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}";

/**
 * Starts one server on loopback. `seen(event)` is called with `hello` when TLS begins, `in` when the client has sent something inside it,
 * `plaintext` when it has sent something instead of it. With `proxy: "good"` there is a proxy before the server, with a good certificate.
 */
export async function startPeer({ certificates, name, protocol, proxy }, seen) {
  const { greeting, answer } = protocols[protocol];

  /** Takes sockets on which TLS begins; where it does so at once, the greeting is said inside. */
  function secured(peer, { saysGreeting = false, isProxy = false } = {}) {
    const { certificate, ...options } = peerOptions[peer];
    const { key, certificate: cert } = certificates[certificate];
    const server = createTlsServer({
      ...options,
      key,
      cert,
      ALPNProtocols: isProxy ? ["http/1.1"] : ["h2", "http/1.1", "tds/8.0"],
    });
    server.on("tlsClientError", () => {});
    server.on("secureConnection", (socket) => {
      socket.on("error", () => socket.destroy());
      if (saysGreeting && greeting) socket.write(greeting);
      socket.once("data", (chunk) => {
        if (isProxy) return tunnel(socket);
        seen("in", { version: socket.getProtocol(), suite: socket.getCipher().name });
        finish(socket, chunk);
      });
    });
    return (socket) => {
      if (!isProxy) seen("hello");
      socket.once("close", () => seen("closed"));
      server.emit("connection", socket);
    };
  }

  const atOnce = secured(name, { saysGreeting: true });
  const afterWords = secured(name);
  const first = proxy === "good" ? secured("good", { isProxy: true }) : atOnce;

  function tunnel(socket) {
    socket.write("HTTP/1.1 200 OK\r\n\r\n");
    converse(socket, atOnce);
  }

  function finish(socket, chunk) {
    if (/^[A-Z]+ \S+ HTTP\/1/.test(chunk.toString("latin1"))) socket.end(answerOfHttp);
    else socket.destroy();
  }

  function converse(socket, begin) {
    socket.on("error", () => socket.destroy());
    const timer = greeting && setTimeout(() => socket.write(greeting), protocol === "nats" ? 0 : patience);
    const hear = (chunk) => {
      clearTimeout(timer);
      if (chunk[0] === tlsHandshake) return handOver(socket, chunk, begin);
      const { send, startTls, rest, inPackets, plaintext } = answer(chunk);
      if (plaintext) {
        seen("plaintext");
        return finish(socket, chunk);
      }
      if (send) socket.write(send);
      if (!startTls) return socket.once("data", hear);
      if (inPackets) return afterWords(insideTdsPackets(socket));
      return handOver(socket, rest || Buffer.alloc(0), afterWords);
    };
    socket.once("data", hear);
  }

  function handOver(socket, chunk, begin) {
    socket.pause();
    if (chunk.length > 0) socket.unshift(chunk);
    begin(socket);
  }

  const server = createServer((socket) => converse(socket, first)).listen(0, "127.0.0.1");
  await once(server, "listening");
  return server.address().port;
}
