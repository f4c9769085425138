import type { AddressInfo } from "node:net";
import tls, { type ConnectionOptions, type TlsOptions } from "node:tls";
import type { RecordedCall } from "../fuzz/run/record.js";
import { type Certificate, sharedCertificates } from "../oracle/certificates.js";

/** Servers with Node's own defaults and nothing older than TLS 1.2, whose certificates a client knows or does not know. */
interface Peer {
  readonly name: string;
  readonly leaf: Certificate;
  readonly ca: string | undefined;
}

export const stranger = "a peer that nobody knows";

/** Whether options connect with each peer. */
export type Meeting = Readonly<Record<string, boolean>>;

function peers(): readonly Peer[] {
  const { authority, RSA, ...others } = sharedCertificates();
  const ecdsa = others["ECDSA P-256"]!;
  return [
    { name: "a trusted peer with RSA", leaf: RSA, ca: authority },
    { name: "a trusted peer with ECDSA", leaf: ecdsa, ca: ecdsa.certificate },
    { name: stranger, leaf: RSA, ca: undefined },
  ];
}

const ownNames = [
  "host",
  "port",
  "path",
  "socket",
  "servername",
  "ca",
  "key",
  "cert",
  "pfx",
  "passphrase",
  "agent",
  "lookup",
];

/** What happens when the options of a call meet strong peers; a call that throws connects with none. */
export async function meetStrongPeers({ callee, options }: RecordedCall): Promise<Meeting> {
  const own = Object.fromEntries(Object.entries(options).filter(([name]) => !ownNames.includes(name)));
  const entries: [string, boolean][] = [];
  for (const peer of peers()) entries.push([peer.name, await meets(callee.endsWith("createServer"), own, peer)]);
  return Object.fromEntries(entries);
}

async function meets(isServer: boolean, own: object, { leaf, ca }: Peer): Promise<boolean> {
  const identity: TlsOptions = { key: leaf.key, cert: leaf.certificate };
  const client: ConnectionOptions = { ...(ca !== undefined && { ca }), servername: "localhost" };
  try {
    return isServer
      ? await connects({ ...own, ...identity }, client)
      : await connects({ ...identity, minVersion: "TLSv1.2" }, { ...own, ...client });
  } catch {
    return false;
  }
}

/** Whether a byte of the server arrives: then each side has accepted the other. */
async function connects(serverOptions: TlsOptions, clientOptions: ConnectionOptions): Promise<boolean> {
  const server = tls.createServer(serverOptions, (peer) => peer.on("error", () => {}).end("x"));
  server.on("tlsClientError", () => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  try {
    const socket = tls.connect({ ...clientOptions, host: "127.0.0.1", port });
    return await new Promise((resolve) => {
      socket.on("data", () => resolve(true));
      socket.on("error", () => resolve(false)).on("close", () => resolve(false));
    });
  } finally {
    server.close();
  }
}
