import { readFileSync } from "node:fs";
import { createServer as createHttpsServer } from "node:https";
import { type AddressInfo, createServer, type Server } from "node:net";
import { createSecureContext, type SecureContextOptions, TLSSocket } from "node:tls";
import { certificateFile } from "./legacy-service.js";

/** A peer for the example's clients: one listener speaks HTTPS, the other PostgreSQL, both with the same TLS options. */
export interface Upstream {
  readonly url: string;
  readonly postgresPort: number;
  close(): Promise<void>;
}

/** Any version, and any suite of OpenSSL's default list whatever its security level, so that what fails is the client's refusal. */
const permissive: SecureContextOptions = { minVersion: "TLSv1", ciphers: "DEFAULT:@SECLEVEL=0" };

/** Starts a permissive upstream on 127.0.0.1 with one of the example's certificates; `options` narrow what it takes. */
export async function startUpstream(certificate: string, options: SecureContextOptions = {}): Promise<Upstream> {
  const tlsOptions = {
    ...permissive,
    key: readFileSync(certificateFile(`${certificate}.key`)),
    cert: readFileSync(certificateFile(`${certificate}.cert`)),
    ...options,
  };
  const https = createHttpsServer(tlsOptions, (_, response) => response.end("{}"));
  const postgres = createPostgresServer(tlsOptions);
  const [httpsPort, postgresPort] = [await listen(https), await listen(postgres)];
  const close = async () => {
    await Promise.all([closed(https), closed(postgres)]);
  };
  return { url: `https://127.0.0.1:${httpsPort}/`, postgresPort, close };
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve((server.address() as AddressInfo).port)));
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve())));
}

const authenticationOk = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0]);
const readyForQuery = Buffer.from([0x5a, 0, 0, 0, 5, 0x49]);

/** As much of PostgreSQL's protocol as a login takes: SSLRequest, `S`, TLS, the startup message, ready. */
function createPostgresServer(tlsOptions: SecureContextOptions): Server {
  const secureContext = createSecureContext(tlsOptions);
  return createServer((socket) => {
    socket.on("error", () => socket.destroy());
    socket.once("data", () => {
      socket.write("S");
      const secured = new TLSSocket(socket, { isServer: true, secureContext });
      secured.on("error", () => secured.destroy());
      secured.once("data", () => secured.write(Buffer.concat([authenticationOk, readyForQuery])));
    });
  });
}
