import { readFileSync } from "node:fs";
import { connect, type ConnectionOptions } from "node:tls";
import { CIPHER_SUITES, PROTOCOL_VERSIONS, type ProtocolVersion } from "tls-policy";
import { certificateFile } from "./legacy-service.js";

/** A client that refuses nothing and can show a certificate, so that what fails is the server's refusal. */
const permissive: ConnectionOptions = {
  host: "127.0.0.1",
  minVersion: "TLSv1",
  ciphers: "ALL:COMPLEMENTOFALL:@SECLEVEL=0",
  rejectUnauthorized: false,
  key: readFileSync(certificateFile("test-localhost.key")),
  cert: readFileSync(certificateFile("test-localhost.cert")),
};

/** The protocol versions that a server on 127.0.0.1 negotiates, oldest first. */
export async function probeProtocolVersions(port: number): Promise<readonly ProtocolVersion[]> {
  const versions: ProtocolVersion[] = [];
  for (const { name } of PROTOCOL_VERSIONS) {
    if (await negotiatedSuite({ port, minVersion: name, maxVersion: name })) versions.push(name);
  }
  return versions;
}

/** The OpenSSL names of all suites that a server on 127.0.0.1 negotiates in any version. */
export async function probeCipherSuites(port: number): Promise<readonly string[]> {
  return [...(await suitesUpToTls12(port)), ...(await suitesOfTls13(port))];
}

async function suitesUpToTls12(port: number): Promise<readonly string[]> {
  const suites: string[] = [];
  for (;;) {
    const ciphers = [permissive.ciphers, ...suites.map((suite) => `!${suite}`)].join(":");
    const suite = await negotiatedSuite({ port, maxVersion: "TLSv1.2", ciphers });
    if (!suite) return suites;
    suites.push(suite);
  }
}

async function suitesOfTls13(port: number): Promise<readonly string[]> {
  const suites: string[] = [];
  for (const { minVersion, opensslName } of CIPHER_SUITES) {
    if (minVersion !== "TLSv1.3" || !opensslName) continue;
    if (await negotiatedSuite({ port, minVersion, ciphers: opensslName })) suites.push(opensslName);
  }
  return suites;
}

/** The suite of one handshake, under OpenSSL's name; undefined when the peers have no version or no suite in common. */
async function negotiatedSuite(options: ConnectionOptions): Promise<string | undefined> {
  try {
    return await handshake({ ...permissive, ...options });
  } catch (error) {
    if (!(error as NodeJS.ErrnoException).code?.startsWith("ERR_SSL_")) throw error;
    return;
  }
}

function handshake(options: ConnectionOptions): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(options, () => {
      resolve(socket.getCipher().name);
      socket.destroy();
    });
    socket.on("error", reject);
  });
}
