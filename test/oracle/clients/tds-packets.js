import { Duplex } from "node:stream";

const prelogin = 0x12;
const header = 8;

/** TDS 7 carries the TLS handshake in PRELOGIN packets, and what follows it as it is: the inside of those packets. */
export function insideTdsPackets(socket) {
  let pending = Buffer.alloc(0);
  let isInPackets = true;
  const inside = new Duplex({
    read() {},
    write(chunk, _encoding, done) {
      socket.write(isInPackets ? packetOf(chunk) : chunk, done);
    },
    final(done) {
      socket.end(done);
    },
    destroy(error, done) {
      socket.destroy();
      done(error);
    },
  });
  socket.on("data", (chunk) => {
    pending = Buffer.concat([pending, chunk]);
    while (pending.length > 0) {
      if (pending[0] !== prelogin) {
        isInPackets = false;
        inside.push(pending);
        pending = Buffer.alloc(0);
        return;
      }
      if (pending.length < header || pending.length < pending.readUInt16BE(2)) return;
      const length = pending.readUInt16BE(2);
      inside.push(pending.subarray(header, length));
      pending = pending.subarray(length);
    }
  });
  socket.on("end", () => inside.push(null));
  socket.on("close", () => inside.destroy());
  return inside;
}

function packetOf(chunk) {
  const head = Buffer.from([prelogin, 1, 0, 0, 0, 0, 0, 0]);
  head.writeUInt16BE(chunk.length + header, 2);
  return Buffer.concat([head, chunk]);
}
