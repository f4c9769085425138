import type { TLSSocket } from "node:tls";

/** What a Node says of itself and what its TLS really does, as one process answers it. */
export interface NodeAnswer {
  /** `20.20.2`. */
  readonly version: string;
  readonly openssl: string;
  /** Linked to the system's OpenSSL instead of Node's own. */
  readonly isOpenSslShared: boolean;
  readonly defaults: {
    readonly minVersion: string | undefined;
    readonly maxVersion: string | undefined;
    readonly ciphers: string;
    readonly groups: string;
  };
  /** The protocol versions that a client and a server without options really negotiate; undefined where no handshake could be tried. */
  readonly client: readonly string[] | undefined;
  readonly server: readonly string[] | undefined;
  /** Whether a client without options refuses a self-signed certificate. */
  readonly checksCertificates: boolean | undefined;
}

/**
 * Runs in the Node that is examined: its source text is handed over, so it uses nothing from outside and nothing newer than Node 10.
 * It shakes hands with itself over a pair of streams in memory, once for each protocol version and side, with a certificate made on the spot.
 */
export function probeNode(load: NodeJS.Require, host: NodeJS.Process): void {
  const tls = load("tls") as typeof import("node:tls");
  const crypto = load("crypto") as typeof import("node:crypto");
  const stream = load("stream") as typeof import("node:stream");
  const versions = ["TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"] as const;
  type Version = (typeof versions)[number];
  type Credentials = { cert: string; key: string };

  function der(tag: number, parts: readonly Buffer[]): Buffer {
    const body = Buffer.concat(parts);
    const length = body.length;
    const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
    return Buffer.concat([Buffer.from([tag].concat(size)), body]);
  }

  // RSA, so that suites with static RSA count too
  function selfSigned(): Credentials {
    const pair = crypto.generateKeyPairSync("rsa", {
      modulusLength: 2048,
      publicKeyEncoding: { type: "spki", format: "der" },
      privateKeyEncoding: { type: "pkcs8", format: "pem" },
    });
    const sha256WithRsa = der(0x30, [Buffer.from("06092a864886f70d01010b0500", "hex")]);
    const name = der(0x30, [
      der(0x31, [der(0x30, [Buffer.from("0603550403", "hex"), der(0x0c, [Buffer.from("localhost")])])]),
    ]);
    const validity = der(
      0x30,
      ["200101000000Z", "491231235959Z"].map((day) => der(0x17, [Buffer.from(day)])),
    );
    const content = der(0x30, [Buffer.from("020101", "hex"), sha256WithRsa, name, validity, name, pair.publicKey]);
    const signature = crypto.createSign("SHA256").update(content).sign(pair.privateKey);
    const certificate = der(0x30, [content, sha256WithRsa, der(0x03, [Buffer.from([0]), signature])]).toString(
      "base64",
    );
    const lines = certificate.match(/.{1,64}/g) || [];
    return {
      key: pair.privateKey,
      cert: `-----BEGIN CERTIFICATE-----\n${lines.join("\n")}\n-----END CERTIFICATE-----\n`,
    };
  }

  function streamPair() {
    const ends: import("node:stream").Duplex[] = [];
    const end = (other: number) =>
      new stream.Duplex({
        read() {
          return;
        },
        write(chunk, _encoding, done) {
          ends[other]!.push(chunk);
          done();
        },
      });
    ends.push(end(1), end(0));
    return ends as [import("node:stream").Duplex, import("node:stream").Duplex];
  }

  /** The version that both agree on, undefined where they do not. */
  function shakeHands(client: object, server: object, done: (version: string | undefined) => void): void {
    const sockets: TLSSocket[] = [];
    const timer = setTimeout(() => end(undefined), 3000);
    let isOver = false;
    function end(version: string | undefined): void {
      if (isOver) return;
      isOver = true;
      clearTimeout(timer);
      sockets.forEach((socket) => socket.destroy());
      done(version);
    }
    function open(make: () => TLSSocket): void {
      const socket = make();
      socket.on("error", () => end(undefined));
      sockets.push(socket);
    }
    try {
      const [near, far] = streamPair();
      open(() => new tls.TLSSocket(far as never, Object.assign({ isServer: true }, credentials, server)));
      open(() =>
        tls
          .connect(Object.assign({ socket: near as never, servername: "localhost" }, client))
          .on("secureConnect", () => end(sockets[1]!.getProtocol() || undefined)),
      );
    } catch {
      end(undefined);
    }
  }

  // static RSA first: it needs no signature, so that it may be the only way to an old version
  function pinned(version: Version): object {
    const ciphers = version === "TLSv1.3" ? {} : { ciphers: "AES128-SHA:ALL:@SECLEVEL=0", honorCipherOrder: true };
    return Object.assign({ minVersion: version, maxVersion: version }, ciphers);
  }

  function answer(
    client: readonly string[] | undefined,
    server: readonly string[] | undefined,
    checksCertificates: boolean | undefined,
  ): void {
    const said: NodeAnswer = {
      version: host.versions.node,
      openssl: host.versions["openssl"] || "",
      isOpenSslShared: String((host.config.variables as Record<string, unknown>)["node_shared_openssl"]) === "true",
      defaults: {
        minVersion: tls.DEFAULT_MIN_VERSION,
        maxVersion: tls.DEFAULT_MAX_VERSION,
        ciphers: tls.DEFAULT_CIPHERS,
        groups: tls.DEFAULT_ECDH_CURVE,
      },
      client,
      server,
      checksCertificates,
    };
    // in the process that is examined, for this one to read
    // eslint-disable-next-line no-restricted-syntax
    host.stdout.write(`\n${JSON.stringify(said)}\n`);
  }

  const [client, server]: [string[], string[]] = [[], []];
  const careless = { rejectUnauthorized: false };
  const note = (list: string[], next: () => void) => (agreed: string | undefined) => {
    if (agreed) list.push(agreed);
    next();
  };
  function tryVersion(index: number): void {
    const version = versions[index];
    if (!version) return shakeHands({}, {}, (agreed) => answer(client, server, agreed === undefined));
    shakeHands(
      careless,
      pinned(version),
      note(client, () =>
        shakeHands(
          Object.assign({}, careless, pinned(version)),
          {},
          note(server, () => tryVersion(index + 1)),
        ),
      ),
    );
  }

  let credentials: Credentials | undefined;
  try {
    credentials = selfSigned();
  } catch {
    return answer(undefined, undefined, undefined);
  }
  tryVersion(0);
}
