import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import tls from "node:tls";
import { fileURLToPath } from "node:url";

const shared = (name) =>
  fileURLToPath(new URL(`../../../../examples/legacy-service/certs/${name}.pem`, import.meta.url));
const contextOf = (name) =>
  tls.createSecureContext({
    cert: readFileSync(shared(`${name}.cert`)),
    key: readFileSync(shared(`${name}.key`)),
    ciphers: "DEFAULT:@SECLEVEL=0",
  });
/** Of the server's certificate, and one that has nothing to do with it. */
const authorities = { host: shared("test-ca.cert"), certificate: shared("test-self-signed.cert") };

/** What MySQL 8 says first: a protocol, a version, a thread, a salt, and that it speaks TLS (Protocol::HandshakeV10). */
const greeting = Buffer.concat([
  Buffer.from([10]),
  Buffer.from("8.0.30\0"),
  Buffer.from([1, 0, 0, 0]),
  Buffer.from("12345678\0"),
  Buffer.from([0xff, 0xff, 0x21, 2, 0, 0xff, 0xdf, 21]),
  Buffer.alloc(10),
  Buffer.from("123456789012\0mysql_native_password\0"),
]);

async function greet(socket) {
  const length = Buffer.alloc(4);
  length.writeUIntLE(greeting.length, 0, 3);
  socket.write(Buffer.concat([length, greeting]));
  // SSLRequest; what a client says behind it is TLS
  while (socket.read(36) === null) await once(socket, "readable");
}

/** To an SSLRequest of eight bytes PostgreSQL says that it speaks TLS; what a client says behind that is TLS. */
async function agree(socket) {
  while (socket.read(8) === null) await once(socket, "readable");
  socket.write("S");
}

/** Listens on loopback until it is closed; `heard` says whether a client sent anything once it had seen the certificate. */
async function listen({ disables, speaks }) {
  const secureContext = contextOf(disables === "host" ? "test-wrong-host" : "test-localhost");
  const sockets = new Set();
  const state = { heard: false };
  const server = createServer(async (socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    if (speaks === "mysql") await greet(socket);
    if (speaks === "postgres") await agree(socket);
    const secure = new tls.TLSSocket(socket, { isServer: true, secureContext });
    secure.on("error", () => undefined);
    if (speaks === "smtp") secure.write("220 localhost\r\n");
    secure.on("data", () => {
      state.heard = true;
      secure.end(
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\nContent-Type: application/json\r\n\r\n{}",
      );
    });
  });
  server.listen(0, "localhost");
  await once(server, "listening");
  const close = async () => {
    for (const socket of sockets) socket.destroy();
    server.close();
    await once(server, "close");
  };
  return { port: server.address().port, state, close };
}

/** Variables with which an environment tells clients whom to trust. */
const trust = /^(?:REQUESTS_CA_BUNDLE|CURL_CA_BUNDLE|SSL_CERT_(?:FILE|DIR)|AWS_CA_BUNDLE|LDAPTLS_\w+)$/;

function environmentOf(python) {
  const own = Object.entries(process.env).filter(([name]) => !trust.test(name));
  return { ...Object.fromEntries(own), ...python.environment };
}

const longestRun = 30_000;

async function runPython(python, code) {
  const child = spawn(python.executable, ["-W", "ignore", "-c", code], {
    env: environmentOf(python),
    stdio: ["ignore", "pipe", "pipe"],
    timeout: longestRun,
    killSignal: "SIGKILL",
  });
  const said = { out: "", error: "" };
  child.stdout.on("data", (chunk) => (said.out += chunk));
  child.stderr.on("data", (chunk) => (said.error += chunk));
  const [status] = await once(child, "close");
  return { status, ...said };
}

/**
 * Whether a program accepts the certificate of its server.
 * @param {{ executable: string, environment?: Record<string, string> }} python
 * @returns {Promise<{ accepts: boolean, said: string }>} and the last line of what it complains of.
 */
export async function observe(python, recipe, code) {
  const server = await listen(recipe);
  try {
    const program = `PORT = ${server.port}\nCA = ${JSON.stringify(authorities[recipe.disables])}\n${code}`;
    const { error } = await runPython(python, program);
    return { accepts: server.state.heard, said: error.trim().split("\n").at(-1) ?? "" };
  } finally {
    await server.close();
  }
}

/** The release of the package that a module is of; undefined where the Python has none. */
export async function releaseOf(python, module) {
  const code = `import importlib, importlib.metadata as m
importlib.import_module(${JSON.stringify(module)})
names = m.packages_distributions().get(${JSON.stringify(module.split(".")[0])}, ["?"])
print(m.version(names[0]) if names != ["?"] else "?")`;
  const { status, out } = await runPython(python, code);
  return status === 0 ? out.trim().split("\n").at(-1) : undefined;
}
