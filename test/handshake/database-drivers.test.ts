import { once } from "node:events";
import { readFileSync } from "node:fs";
import mysql from "mysql2";
import pg from "pg";
import { parseSource } from "tls-codemod";
import { analyze, resolveSettings } from "tls-rules";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { certificateFile } from "./legacy-service.js";
import { type MysqlServer, startMysqlServer } from "./mysql-server.js";
import { startUpstream, type Upstream } from "./upstream.js";

/** What is read in the code of a database driver is what the real driver does with a server that it should not trust. */

const pem = (name: string) => readFileSync(certificateFile(name), "utf8");
const settings = resolveSettings({ level: "note" });

const rulesIn = (code: string) => analyze(parseSource("example.ts", code), settings).map(({ rule }) => rule);

/** `in`: the driver has logged in; else the code of its error, which mysql2 has one of for everything that fails in TLS. */
type Outcome = "in" | "DEPTH_ZERO_SELF_SIGNED_CERT" | "HANDSHAKE_SSL_ERROR";

const failure = (error: unknown) => (error as NodeJS.ErrnoException).code as Outcome;

async function connectPg(config: pg.ClientConfig): Promise<Outcome> {
  const client = new pg.Client(config);
  try {
    await client.connect();
    return "in";
  } catch (error) {
    return failure(error);
  } finally {
    await client.end();
  }
}

async function connectMysql(port: number, ssl: mysql.SslOptions): Promise<Outcome> {
  const connection = mysql.createConnection({ host: "localhost", port, ssl });
  try {
    await once(connection, "connect");
    return "in";
  } catch (error) {
    return failure(error);
  } finally {
    connection.destroy();
  }
}

describe("F13: mysql2 compares the host name only where it is told to", () => {
  const ca = pem("test-ca.cert");
  let server: MysqlServer;
  beforeAll(async () => {
    server = await startMysqlServer({ key: pem("test-wrong-host.key"), cert: pem("test-wrong-host.cert") });
  });
  afterAll(() => server.close());

  it.for<[code: string, ssl: mysql.SslOptions, outcome: Outcome, rules: readonly string[]]>([
    ["{ ca }", { ca }, "in", ["no-insecure-client-default"]],
    ["{ ca, verifyIdentity: false }", { ca, verifyIdentity: false }, "in", ["no-disabled-hostname-verification"]],
    ["{ ca, verifyIdentity: true }", { ca, verifyIdentity: true }, "HANDSHAKE_SSL_ERROR", []],
  ])("`ssl: %s`", async ([code, ssl, outcome, rules]) => {
    expect(await connectMysql(server.port, ssl)).toBe(outcome);
    expect(rulesIn(`require('mysql2').createConnection({ host, ssl: ${code} });`)).toEqual(rules);
  });
});

describe("F14: node-postgres lets the connection string overrule the `ssl` object", () => {
  let server: Upstream;
  beforeAll(async () => {
    server = await startUpstream("test-self-signed");
  });
  afterAll(() => server.close());

  const unverified = "no-disabled-certificate-verification";
  const overruled = "no-ineffective-tls-options";
  it.for<[query: string, ssl: pg.ClientConfig["ssl"], outcome: Outcome, rules: readonly string[]]>([
    ["?sslmode=no-verify", undefined, "in", [unverified]],
    ["?sslmode=no-verify", { rejectUnauthorized: true }, "in", [unverified, overruled]],
    // a note: pg 9 will take it otherwise
    ["?sslmode=require", undefined, "DEPTH_ZERO_SELF_SIGNED_CERT", [unverified]],
    ["?sslmode=verify-full", { rejectUnauthorized: false }, "DEPTH_ZERO_SELF_SIGNED_CERT", [overruled]],
    ["", { rejectUnauthorized: false }, "in", [unverified]],
  ])("`%s` beside `%o`", async ([query, ssl, outcome, rules]) => {
    const connectionString = `postgres://user:secret@127.0.0.1:${server.postgresPort}/app${query}`;
    expect(await connectPg({ connectionString, ssl })).toBe(outcome);
    expect(
      rulesIn(`const { Client } = require('pg');\nnew Client(${JSON.stringify({ connectionString, ssl })});`),
    ).toEqual(rules);
  });
});
