import { type AddressInfo, createServer, type Socket } from "node:net";
import { createSecureContext, type SecureContextOptions, TLSSocket } from "node:tls";

/** A MySQL server on 127.0.0.1 that lets everybody in, over TLS. */
export interface MysqlServer {
  readonly port: number;
  close(): Promise<void>;
}

// https://dev.mysql.com/doc/dev/mysql-server/latest/group__group__cs__capabilities__flags.html
const capabilities = { protocol41: 1 << 9, ssl: 1 << 11, secureConnection: 1 << 15, pluginAuth: 1 << 19 };
const sslRequestLength = 4 + 32;

const packet = (sequence: number, payload: Buffer) =>
  Buffer.concat([Buffer.from([payload.length, 0, 0, sequence]), payload]);

function greeting(): Buffer {
  const flags = Object.values(capabilities).reduce((all, flag) => all | flag);
  const salt = Buffer.alloc(20, "s");
  return Buffer.concat([
    Buffer.from("\x0a8.4.0\0\x01\0\0\0"),
    salt.subarray(0, 8),
    Buffer.from([0, flags & 0xff, (flags >> 8) & 0xff, 45, 2, 0, (flags >> 16) & 0xff, flags >> 24, salt.length + 1]),
    Buffer.alloc(10),
    salt.subarray(8),
    Buffer.from("\0mysql_native_password\0"),
  ]);
}

const okAfterLogin = packet(3, Buffer.from([0, 0, 0, 2, 0, 0, 0]));

/** As much of MySQL's protocol as a login takes: greeting, SSLRequest, TLS, the login, OK. */
export async function startMysqlServer(tlsOptions: SecureContextOptions): Promise<MysqlServer> {
  const secureContext = createSecureContext(tlsOptions);
  const server = createServer((socket) => {
    socket.on("error", () => socket.destroy());
    socket.write(packet(0, greeting()));
    socket.once("data", (bytes) => {
      socket.pause();
      socket.unshift(bytes.subarray(sslRequestLength));
      logIn(socket);
    });
  });
  const logIn = (socket: Socket) => {
    const secured = new TLSSocket(socket, { isServer: true, secureContext });
    secured.on("error", () => secured.destroy());
    secured.once("data", () => secured.write(okAfterLogin));
  };
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
