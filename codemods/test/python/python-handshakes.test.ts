import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sharedCertificates } from "../../../test/oracle/certificates.js";
import { judgePython, python3, runPython } from "./judge-python.js";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "tls-codemod-handshake-"));
  const { key, certificate } = sharedCertificates().RSA;
  writeFileSync(path.join(folder, "server.pem"), `${key}${certificate}`);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A client's code beside a server on loopback with a certificate that nobody trusts: prints the version, or the error. */
function meeting(client: string): string {
  return `
import socket, ssl, threading
server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
server.load_cert_chain(${JSON.stringify(path.join(folder, "server.pem"))})
listener = socket.create_server(("127.0.0.1", 0))
def serve():
    raw, _ = listener.accept()
    try:
        server.wrap_socket(raw, server_side=True).recv(1)
    except (OSError, ssl.SSLError):
        pass
    finally:
        raw.close()
thread = threading.Thread(target=serve, daemon=True)
thread.start()
def connect():
    return socket.create_connection(listener.getsockname(), timeout=10)
try:
${client
  .trim()
  .split("\n")
  .map((line) => `    ${line}`)
  .join("\n")}
    print(sock.version())
    sock.close()
except Exception as error:
    print(type(error).__name__)
finally:
    listener.close()
`;
}

interface Meeting {
  readonly name: string;
  readonly client: string;
  readonly before: string;
  readonly fixed: string;
  readonly asked: string;
}

const meetings: readonly Meeting[] = [
  {
    name: "SSLv3 and RC4, by wrap_socket",
    client: `sock = ssl.wrap_socket(connect(), ciphers="HIGH:-aNULL:-eNULL:-PSK:RC4-SHA:RC4-MD5", ssl_version=ssl.PROTOCOL_SSLv3)`,
    before: "AttributeError",
    fixed: "TLSv1.3",
    asked: "TLSv1.3",
  },
  {
    name: "TLS 1.2 alone",
    client: `
context = ssl.SSLContext(ssl.PROTOCOL_TLSv1_2)
sock = context.wrap_socket(connect(), server_hostname="localhost")`,
    before: "TLSv1.2",
    fixed: "TLSv1.3",
    asked: "TLSv1.3",
  },
  {
    name: "TLS 1.2 for a ceiling, unverified",
    client: `
context = ssl.create_default_context()
context.check_hostname = False
context.verify_mode = ssl.CERT_NONE
context.maximum_version = ssl.TLSVersion.TLSv1_2
sock = context.wrap_socket(connect(), server_hostname="localhost")`,
    before: "TLSv1.2",
    fixed: "TLSv1.3",
    asked: "SSLCertVerificationError",
  },
  {
    name: "switches in an order that raises",
    client: `
context = ssl.create_default_context()
context.verify_mode = ssl.CERT_NONE
context.check_hostname = False
sock = context.wrap_socket(connect(), server_hostname="localhost")`,
    before: "ValueError",
    fixed: "ValueError",
    asked: "SSLCertVerificationError",
  },
  {
    name: "a context without verification by its name",
    client: `
context = ssl._create_unverified_context()
sock = context.wrap_socket(connect(), server_hostname="localhost")`,
    before: "TLSv1.3",
    fixed: "TLSv1.3",
    asked: "SSLCertVerificationError",
  },
];

describe.skipIf(!python3)(python3 ? "run by python3" : "skipped: no python3 on PATH", () => {
  it.each(meetings)("$name", async ({ client, before, fixed, asked }) => {
    const program = meeting(client);
    const mended = await judgePython(program);
    expect([program, mended.fixed, mended.asked].map((text) => runPython(text).trim())).toEqual([before, fixed, asked]);
  });
});
