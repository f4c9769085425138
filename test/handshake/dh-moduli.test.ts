import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { connect, type ConnectionOptions, createServer, type SecureContextOptions, type TlsOptions } from "node:tls";
import { parseSource } from "tls-codemod";
import { analyze, type Finding, resolveSettings } from "tls-rules";
import { describe, expect, it } from "vitest";
import { withEdits } from "../harness/with-edits.js";
import { certificateFile } from "./legacy-service.js";

/** What no-small-dh-modulus reads in code is the size that a real handshake comes to, before and after its edit. */

const bits1024 = `-----BEGIN DH PARAMETERS-----
MIGHAoGBAMcBG64yQ44bXm1E0I/RhwnykjN8Md7RcyQpqMxQss8nqQxOWf8tCpl+
KTaDsdb+9CJPgS1YfUK7rf85rWFRbVXdsNQ2Dy5/DzluLy3xPbYngqO54U/rbxXY
cQ3/eLpRrLh/1ptTdfNbKgMXj4aWIKsfuGpTbHZi5vQ52xnaJLn3AgEC
-----END DH PARAMETERS-----
`;

const identity = {
  key: readFileSync(certificateFile("test-localhost.key")),
  cert: readFileSync(certificateFile("test-localhost.cert")),
};
// Node 24.5 and newer refuse 1024 bits unless they are told not to
const dhe = { ciphers: "DHE-RSA-AES128-GCM-SHA256:@SECLEVEL=1", maxVersion: "TLSv1.2" } as const;
const settings = resolveSettings({ node: process.versions.node });

/** Bits of the modulus of a handshake, or the code of the error. */
type Outcome = number | string;

async function handshake(
  serverOptions: TlsOptions,
  clientOptions: ConnectionOptions,
  ofName?: SecureContextOptions,
): Promise<Outcome> {
  const server = createServer({ ...identity, ...serverOptions });
  if (ofName) server.addContext("localhost", { ...identity, ...ofName });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const outcome = await new Promise<Outcome>((resolve) => {
    const socket = connect({
      host: "127.0.0.1",
      servername: "localhost",
      port,
      rejectUnauthorized: false,
      ...clientOptions,
    });
    socket.on("error", (error: NodeJS.ErrnoException) =>
      resolve(error.code!.replace(/^ERR_SSL_.*HANDSHAKE_FAILURE$/, "refused")),
    );
    socket.on("secureConnect", () => {
      const info = socket.getEphemeralKeyInfo();
      resolve(info && "size" in info && info.type === "DH" ? info.size : "no finite field");
      socket.destroy();
    });
  });
  await new Promise((resolve) => server.close(resolve));
  return outcome;
}

function found(code: string): Finding | undefined {
  return analyze(parseSource("example.js", code), settings).find(({ rule }) => rule === "no-small-dh-modulus");
}

/** The options of the one call of a code, which are JSON. */
function optionsIn(code: string): Record<string, unknown> {
  return JSON.parse(/\((\{.*\})\);$/s.exec(code)![1]!) as Record<string, unknown>;
}

describe("`dhparam` of a server", () => {
  it.for<[name: string, options: TlsOptions, before: Outcome, after: Outcome | undefined]>([
    ["1024 bits", { ...dhe, dhparam: bits1024 }, 1024, 2048],
    [
      "1024 bits, and TLS 1.3 only",
      { minVersion: "TLSv1.3", dhparam: bits1024, ciphers: "DEFAULT@SECLEVEL=1" },
      "no finite field",
      undefined,
    ],
    ["OpenSSL's choice", { ...dhe, dhparam: "auto" }, 2048, undefined],
    ["nothing", dhe, "refused", undefined],
    ["DER", { ...dhe, dhparam: bits1024.replace(/-----.*-----|\s/g, "") }, "refused", undefined],
  ])("%s", async ([, options, before, after]) => {
    const client: ConnectionOptions = options.minVersion ? {} : dhe;
    const code = `require('tls').createServer(${JSON.stringify(options)});`;
    expect(await handshake(options, client)).toBe(before);
    const finding = found(code);
    expect(finding === undefined).toBe(after === undefined);
    if (finding) expect(await handshake(optionsIn(withEdits(code, finding.edits)), client)).toBe(after);
  });

  it("in a buffer counts as in a string, and in a context for a server name not at all", async () => {
    expect(await handshake({ ...dhe, dhparam: Buffer.from(bits1024) }, dhe)).toBe(1024);
    expect(await handshake(dhe, dhe, { ...dhe, dhparam: bits1024 })).toBe("refused");
  });
});

describe("`minDHSize` of a client, at a server with 1024 bits", () => {
  const server = { ...dhe, dhparam: bits1024 };
  it.for<[minimum: number, before: Outcome, after: Outcome | undefined]>([
    [512, 1024, "ERR_TLS_DH_PARAM_SIZE"],
    [1024, 1024, "ERR_TLS_DH_PARAM_SIZE"],
    [2048, "ERR_TLS_DH_PARAM_SIZE", undefined],
  ])("%d", async ([minDHSize, before, after]) => {
    const options = { ...dhe, minDHSize };
    const code = `require('tls').connect(${JSON.stringify(options)});`;
    expect(await handshake(server, options)).toBe(before);
    const finding = found(code);
    expect(finding === undefined).toBe(after === undefined);
    if (finding) expect(await handshake(server, optionsIn(withEdits(code, finding.edits)))).toBe(after);
  });
});
