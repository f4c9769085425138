import { X509Certificate } from "node:crypto";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import https from "node:https";
import net, { type AddressInfo } from "node:net";
import tls from "node:tls";
import { afterEach, describe, expect, it } from "vitest";
import { certificateFile } from "./legacy-service.js";

/** What has no effect according to the tables has none in a handshake. */

const pem = (name: string) => readFileSync(certificateFile(name), "utf8");
const identity = { key: pem("test-localhost.key"), cert: pem("test-localhost.cert") };
const old = { minVersion: "TLSv1", maxVersion: "TLSv1.1", ciphers: "DEFAULT@SECLEVEL=0" } as const;
const strong = { minVersion: "TLSv1.2" } as const;

let server: tls.Server | undefined;

afterEach(async () => {
  if (!server) return;
  server.close();
  await once(server, "close");
  server = undefined;
});

async function portOf(opened: tls.Server): Promise<number> {
  server = opened.on("tlsClientError", () => {}).listen(0, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

/** The version that a client of old versions reaches; the code of its error where it reaches none. */
async function versionOfOldClient(port: number): Promise<string> {
  const socket = tls.connect({ host: "127.0.0.1", port, servername: "old.example", rejectUnauthorized: false, ...old });
  try {
    await once(socket, "secureConnect");
    return socket.getProtocol()!;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code!;
  } finally {
    socket.destroy();
  }
}

const refused = "ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION";

describe("a context for one server name brings its certificate alone", () => {
  const contexts = [
    [
      "addContext",
      (own: tls.SecureContextOptions, named: tls.SecureContextOptions) => {
        const made = tls.createServer({ ...identity, ...own });
        made.addContext("old.example", { ...identity, ...named });
        return made;
      },
    ],
    [
      "SNICallback",
      (own: tls.SecureContextOptions, named: tls.SecureContextOptions) =>
        tls.createServer({
          ...identity,
          ...own,
          SNICallback: (_name, done) => done(null, tls.createSecureContext({ ...identity, ...named })),
        }),
    ],
  ] as const;

  it.each(contexts)("%s: a weak one lets no old client in", async (_name, open) => {
    expect(await versionOfOldClient(await portOf(open(strong, { ...old, maxVersion: "TLSv1.3" })))).toBe(refused);
  });

  it.each(contexts)("%s: a strong one keeps no old client out", async (_name, open) => {
    const weak = { ...old, maxVersion: "TLSv1.3" } as const;
    expect(await versionOfOldClient(await portOf(open(weak, strong)))).toBe("TLSv1.1");
  });
});

describe("TLS over a socket that is there already", () => {
  /** The name that the certificate is compared with, where nothing is said of one: as after STARTTLS of ldapjs and ldapts, or of mariadb. */
  async function nameCompared(port: number, host: string): Promise<string> {
    const lookup: net.LookupFunction = (_name, { all }, done) =>
      all ? done(null, [{ address: "127.0.0.1", family: 4 }]) : done(null, "127.0.0.1", 4);
    const socket = net.connect({ host, port, lookup });
    const secured = tls.connect({ socket, ca: pem("test-ca.cert") });
    try {
      const [error] = (await once(secured, "error")) as [Error & { host?: string }];
      return error.host ?? error.message;
    } finally {
      secured.destroy();
      socket.destroy();
    }
  }

  it("is compared with the name that the socket was connected to", async () => {
    const port = await portOf(tls.createServer(identity));
    expect(await nameCompared(port, "directory.example")).toBe("directory.example");
  });
});

describe("an agent's own options win over those of the request", () => {
  async function answerOf(agent: https.Agent, options: https.RequestOptions): Promise<string> {
    const opened = https.createServer(identity, (_request, response) => response.end("in"));
    const port = await portOf(opened);
    const request = https.get({ host: "127.0.0.1", port, agent, ...options });
    try {
      const [response] = (await once(request, "response")) as [import("node:http").IncomingMessage];
      response.resume();
      await once(response, "end");
      return "in";
    } catch (error) {
      return (error as Error).name;
    } finally {
      agent.destroy();
    }
  }

  it.each([
    ["true", { rejectUnauthorized: true }, { rejectUnauthorized: false }, "Error"],
    ["false", { rejectUnauthorized: false }, { rejectUnauthorized: true }, "in"],
    ["nothing", {}, { rejectUnauthorized: false }, "in"],
  ])("%s of the agent", async (_name, own, request, expected) => {
    expect(await answerOf(new https.Agent(own), request)).toBe(expected);
  });

  it("and a property of an agent is none", async () => {
    const agent = Object.assign(new https.Agent(), { rejectUnauthorized: false });
    expect(await answerOf(agent, {})).toBe("Error");
  });
});

describe("a checkServerIdentity that answers whether the certificate fits", () => {
  const fits = (_host: string, { subject }: tls.PeerCertificate) => subject.CN === "localhost";

  async function isAccepted(check: unknown, name: string): Promise<boolean> {
    const port = await portOf(tls.createServer({ ...identity, ...strong }));
    const checkServerIdentity = check as typeof tls.checkServerIdentity;
    const socket = tls.connect({
      host: "127.0.0.1",
      port,
      servername: name,
      ca: pem("test-ca.cert"),
      checkServerIdentity,
    });
    try {
      await once(socket, "secureConnect");
      return true;
    } catch {
      return false;
    } finally {
      socket.destroy();
    }
  }

  it("is served by the test's certificate", () => {
    expect(new X509Certificate(identity.cert).subject).toContain("CN=localhost");
  });

  it("refuses the one that it wants", async () => {
    expect(await isAccepted(fits, "localhost")).toBe(false);
  });

  it("accepts any other", async () => {
    const another = (host: string, { subject }: tls.PeerCertificate) => subject.CN === host;
    expect(await isAccepted(another, "other.example")).toBe(true);
  });
});
