import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { copyService, removeService, startService } from "./legacy-service.js";
import { migrate } from "./migrate.js";
import { closeUpstreams, type Observation, observe, startUpstreams, type Upstreams } from "./observe.js";
import { probeProtocolVersions } from "./probe.js";
import { replacedLines } from "./replaced-lines.js";
import { weakAmong } from "./weak-suites.js";

const allClients = ["billing", "head-end", "partner", "store", "tariffs", "weather"];
/** Their options name cipher suites; the others leave that to Node, whose default list offers static RSA to this day. */
const clientsWithCipherList = ["head-end", "partner", "tariffs", "weather"];

/** In the CRLF file a changed line end would bring every line in here. */
const weakLines = {
  "package.json": ['"check-upstreams": "NODE_TLS_REJECT_UNAUTHORIZED=0 node bin/check-upstreams.js",'],
  "bin/dev.js": ["process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';"],
  "native/meter-client.c": [
    "SSL_CTX *ctx = SSL_CTX_new(TLSv1_client_method());",
    "SSL_CTX_set_options(ctx, SSL_OP_ALL | SSL_OP_NO_SSLv2 | SSL_OP_LEGACY_SERVER_CONNECT);",
    '"ECDHE-RSA-AES128-GCM-SHA256:"',
    '"AES128-SHA:DES-CBC3-SHA:"',
    '"RC4-SHA")) {',
  ],
  "python/export_readings.py": [
    'CIPHERS = "HIGH:-aNULL:-eNULL:-PSK:RC4-SHA:RC4-MD5"',
    "context = ssl.SSLContext(ssl.PROTOCOL_TLSv1_2)",
  ],
  "src/admin-listener.js": ['secureProtocol: "TLSv1_2_method",'],
  "src/billing-health.js": [
    "https.get({ hostname, port, path: pathname, secureProtocol: 'SSLv23_method' }, response => {",
  ],
  "src/head-end-client.js": [
    "options.secureProtocol = 'TLSv1_method';",
    "options.ciphers = 'AES128-SHA:DES-CBC3-SHA:@SECLEVEL=0';",
    "options.checkServerIdentity = function () {",
    "return undefined;",
    "};",
  ],
  "src/partner-client.js": [
    "secureProtocol: 'TLS_method', // negotiates the best version, their support said",
    "ciphers: 'ALL:!EXPORT:!LOW:!aNULL:!eNULL:!SSLv2:@SECLEVEL=0',",
    "rejectUnauthorized: false, /* their certificate ran out in 2017, see OPS-412 */",
  ],
  "src/readings-store.ts": ["rejectUnauthorized: false,"],
  "src/server.js": [
    "'DHE-RSA-AES128-GCM-SHA256',",
    "'ECDHE-RSA-AES128-SHA',",
    "'DES-CBC3-SHA',",
    "'RC4',",
    "'HIGH',",
    "'@SECLEVEL=0',",
    "minVersion: 'TLSv1', // firmware 2.x of the gateways ends there",
  ],
  "src/tariff-client.mjs": [
    "minVersion: 'TLSv1',",
    `ciphers: 'DEFAULT:@SECLEVEL=0', // "dh key too small" since the move to Node 18`,
    "rejectUnauthorized: false,",
    "checkServerIdentity: () => undefined,",
  ],
  "src/tls-defaults.js": [
    "tls.DEFAULT_MIN_VERSION = 'TLSv1';",
    "https.globalAgent.options.rejectUnauthorized = false;",
  ],
};

describe("the legacy service, before and after `tls-codemod fix --ask`", () => {
  const folders: string[] = [];
  let upstreams: Upstreams;
  let before: Observation;
  let after: Observation;

  beforeAll(async () => {
    upstreams = await startUpstreams();
    folders.push(await copyService(), await copyService());
    await migrate(folders[1]!);
    [before, after] = await Promise.all([observe(folders[0]!, upstreams), observe(folders[1]!, upstreams)]);
  });

  afterAll(async () => {
    await closeUpstreams(upstreams);
    await Promise.all(folders.map(removeService));
  });

  test("edits the lines with weak options and no other", async () => {
    expect(await replacedLines(folders[0]!, folders[1]!)).toEqual(weakLines);
  });

  test("the server stops negotiating what is below TLS 1.2", () => {
    expect(before.protocolVersions).toEqual(["TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"]);
    expect(after.protocolVersions).toEqual(["TLSv1.2", "TLSv1.3"]);
  });

  test("the server stops negotiating weak suites", () => {
    expect(weakAmong(before.cipherSuites)).toEqual(
      expect.arrayContaining(["AES128-SHA", "AES128-GCM-SHA256", "ECDHE-RSA-AES128-SHA"]),
    );
    expect(weakAmong(after.cipherSuites)).toEqual([]);
    expect(after.cipherSuites).toEqual(
      expect.arrayContaining(["ECDHE-RSA-AES128-GCM-SHA256", "TLS_AES_128_GCM_SHA256"]),
    );
  });

  test("clients stop talking to servers below TLS 1.2, and none is kept from TLS 1.3", () => {
    expect(connected(before, "belowTls12")).toEqual(["billing", "head-end", "partner", "store", "tariffs"]);
    expect(connected(before, "onlyTls13")).toEqual(["partner", "store", "tariffs", "weather"]);
    expect(connected(after, "belowTls12")).toEqual([]);
    expect(connected(after, "onlyTls13")).toEqual(allClients);
  });

  test("clients with a cipher list of their own stop offering weak suites that Node would not offer without it", () => {
    const offering = (observation: Observation) =>
      connected(observation, "onlySuitesNodeLeavesOut").filter((client) => clientsWithCipherList.includes(client));
    expect(offering(before)).toEqual(["partner"]);
    expect(offering(after)).toEqual([]);
  });

  test("clients refuse a self-signed certificate", () => {
    expect(connected(before, "selfSigned")).toEqual(["billing", "partner", "store", "tariffs"]);
    expect(after.clients.selfSigned).toEqual(allRefuseWith("DEPTH_ZERO_SELF_SIGNED_CERT"));
  });

  test("clients refuse a certificate for another host", () => {
    expect(connected(before, "wrongHost")).toEqual(["billing", "head-end", "partner", "store", "tariffs"]);
    expect(after.clients.wrongHost).toEqual(allRefuseWith("ERR_TLS_CERT_ALTNAME_INVALID"));
  });

  test("the service goes on working with good upstreams", () => {
    expect(connected(before, "good")).toEqual(allClients);
    expect(connected(after, "good")).toEqual(allClients);
    expect(before.readingStatus).toBe(202);
    expect(after.readingStatus).toBe(202);
  });

  test("the listener whose options threw starts", async () => {
    await expect(startService(folders[0]!, { ADMIN_PORT: "0" })).rejects.toThrow("ERR_TLS_PROTOCOL_VERSION_CONFLICT");
    const service = await startService(folders[1]!, { ADMIN_PORT: "0" });
    try {
      expect(await probeProtocolVersions(service.ports.get("statistics")!)).toEqual(["TLSv1.2", "TLSv1.3"]);
    } finally {
      await service.stop();
    }
  });
});

function connected({ clients }: Observation, upstream: keyof Upstreams): readonly string[] {
  return allClients.filter((client) => clients[upstream][client] === "ok");
}

function allRefuseWith(code: string): Readonly<Record<string, string>> {
  return Object.fromEntries(allClients.map((client) => [client, code]));
}
