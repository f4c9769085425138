import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createFolder, createRepository, type Folder } from "../harness/folder.js";
import { run } from "../harness/run.js";

interface Finding {
  readonly path: string;
  readonly line: number;
  readonly rule: string;
  readonly level: string;
}

async function found(folder: Folder, ...words: readonly string[]): Promise<readonly string[]> {
  const args = ["check", "--format", "json", "--fail-on", "none", ...words];
  const { stdout } = await run(folder, args, { env: { TLS_CODEMOD_STATE: "" } });
  return (JSON.parse(stdout).findings as readonly Finding[]).map(
    ({ path, line, level, rule }) => `${path}:${line} ${level} ${rule}`,
  );
}

const manifest = (name: string, range: string) => JSON.stringify({ private: true, dependencies: { [name]: range } });

const got = { "a.js": `const got = require("got");\ngot("https://a.example", { rejectUnauthorized: false });\n` };
const disabled = "a.js:2 error no-disabled-certificate-verification";
const dropped = (files: readonly string[]) => files.every((line) => !line.includes("no-disabled-"));

describe("a client's words by major", () => {
  it.each([
    ["got 11 takes Node's options at the top", "got", "^11.8.0", got["a.js"]],
    ["got 11 or later", "got", ">=11", got["a.js"]],
    [
      "mongodb 4",
      "mongodb",
      "~4.17.0",
      `const { MongoClient } = require("mongodb");\nnew MongoClient(uri, { sslValidate: false });\n`,
    ],
    [
      "mongodb 5, in its URL",
      "mongodb",
      "5.x",
      `const { MongoClient } = require("mongodb");\nnew MongoClient("mongodb://db.example/?tls=true&sslValidate=false");\n`,
    ],
    [
      "mongoose 7",
      "mongoose",
      "^7.0.0",
      `const mongoose = require("mongoose");\nmongoose.connect(uri, { sslValidate: false });\n`,
    ],
    [
      "redis 3",
      "redis",
      "^3.1.0",
      `const redis = require("redis");\nredis.createClient({ host, tls: { rejectUnauthorized: false } });\n`,
    ],
    [
      "redis 3, after the port and the host",
      "redis",
      "^3.1.0",
      `const redis = require("redis");\nredis.createClient(6380, host, { tls: { rejectUnauthorized: false } });\n`,
    ],
    [
      "redis 4",
      "redis",
      "^4.0.0",
      `const redis = require("redis");\nredis.createClient({ socket: { host, tls: true, rejectUnauthorized: false } });\n`,
    ],
    [
      "axios 0.27, which has no HTTP/2 and so asks the agent",
      "axios",
      "^0.27.0",
      `const https = require("https");\nrequire("axios").get("https://a.example", { httpVersion: 2, httpsAgent: new https.Agent({ rejectUnauthorized: false }) });\n`,
    ],
    [
      "axios 1.13",
      "axios",
      "^1.13.0",
      `const axios = require("axios");\naxios.get("https://a.example", { httpVersion: 2, http2Options: { rejectUnauthorized: false } });\n`,
    ],
    [
      "elasticsearch 7",
      "@elastic/elasticsearch",
      "^7.17.0",
      `const { Client } = require("@elastic/elasticsearch");\nnew Client({ node, ssl: { rejectUnauthorized: false } });\n`,
    ],
  ])("%s", async (_name, name, range, text) => {
    const folder = createFolder({ "a.js": text, "package.json": manifest(name, range) });
    expect(await found(folder)).toEqual([disabled]);
  });

  it.each([
    [
      "mongodb 3",
      "mongodb",
      "^3.7.0",
      `const { MongoClient } = require("mongodb");\nnew MongoClient(uri, { checkServerIdentity: false });\n`,
    ],
    [
      "mongoose 5",
      "mongoose",
      "^5.13.0",
      `const mongoose = require("mongoose");\nmongoose.connect(uri, { checkServerIdentity: false });\n`,
    ],
    [
      "a function in mongodb 3",
      "mongodb",
      "^3.7.0",
      `const { MongoClient } = require("mongodb");\nnew MongoClient(uri, { checkServerIdentity: () => undefined });\n`,
    ],
    [
      "a function in mongodb 6",
      "mongodb",
      "^6.0.0",
      `const { MongoClient } = require("mongodb");\nnew MongoClient(uri, { checkServerIdentity: () => undefined });\n`,
    ],
  ])("a host name that is not compared: %s", async (_name, name, range, text) => {
    const folder = createFolder({ "a.js": text, "package.json": manifest(name, range) });
    expect(await found(folder)).toEqual(["a.js:2 error no-disabled-hostname-verification"]);
  });

  it.each([
    ["got 12 does not know them", "got", "^12.0.0", got["a.js"]],
    ["got 14", "got", "14", got["a.js"]],
    [
      "mongodb 6",
      "mongodb",
      "^6.0.0",
      `const { MongoClient } = require("mongodb");\nnew MongoClient("mongodb://db.example/?sslValidate=false");\n`,
    ],
    [
      "mongodb 4 takes no boolean",
      "mongodb",
      "^4.0.0",
      `const { MongoClient } = require("mongodb");\nnew MongoClient(uri, { checkServerIdentity: false });\n`,
    ],
  ])("and not otherwise: %s", async (_name, name, range, text) => {
    const folder = createFolder({ "a.js": text, "package.json": manifest(name, range) });
    expect(await found(folder)).toSatisfy(dropped);
  });

  it("are told to have no effect in a major that does not read them", async () => {
    const text = `const redis = require("redis");\nredis.createClient({ url: "rediss://cache.example", tls: { rejectUnauthorized: false } });\n`;
    const known = createFolder({ "a.js": text, "package.json": manifest("redis", "^5.0.0") });
    expect(await found(known)).toEqual(["a.js:2 note no-ineffective-tls-options"]);
    expect(await found(createFolder({ "a.js": text }))).toEqual([disabled]);
  });

  it("jwks-rsa takes an agent from 2 on", async () => {
    const text = `const https = require("https");\nrequire("jwks-rsa")({ jwksUri, requestAgent: new https.Agent({ rejectUnauthorized: false }) });\n`;
    const of = (range: string) => found(createFolder({ "a.js": text, "package.json": manifest("jwks-rsa", range) }));
    expect(await of("^1.12.0")).toEqual(["a.js:2 note no-ineffective-tls-options"]);
    expect(await of("^2.0.0")).toEqual([disabled]);
    expect(await found(createFolder({ "a.js": text }))).toEqual([disabled]);
  });

  it("socket.io-client lets options of one transport count from 4.7 on", async () => {
    const text = `const { io } = require("socket.io-client");\nio("https://a.example", { transportOptions: { websocket: { rejectUnauthorized: false } } });\n`;
    const of = (range: string) =>
      found(createFolder({ "a.js": text, "package.json": manifest("socket.io-client", range) }));
    expect(await of("^3.1.0")).toSatisfy(dropped);
    expect(await of("^4.8.0")).toEqual([disabled]);
    expect(await found(createFolder({ "a.js": text }))).toEqual([disabled]);
  });

  it("nodemailer lets `requireTLS` win from 10 on", async () => {
    const text = `require("nodemailer").createTransport({ host: "mail.example", requireTLS: true, ignoreTLS: true });\n`;
    const of = (range: string) => found(createFolder({ "a.js": text, "package.json": manifest("nodemailer", range) }));
    expect(await of("^9.0.0")).toEqual(["a.js:1 warning no-plaintext-connection"]);
    expect(await of("^10.0.0")).toEqual([]);
  });

  it("mysql2 compares host names where it is asked to from 3 on, and before that not", async () => {
    const text = `require("mysql2").createConnection({ host, ssl: { verifyIdentity: true } });\n`;
    const of = (range: string) => found(createFolder({ "a.js": text, "package.json": manifest("mysql2", range) }));
    expect(await of("^2.3.0")).toEqual(["a.js:1 warning no-insecure-client-default"]);
    expect(await of("^3.0.0")).toEqual([]);
    expect(await of(">=2")).toEqual([]);
    expect(await found(createFolder({ "a.js": text }))).toEqual([]);
  });

  it("are told to have no effect in axios before HTTP/2 came to it", async () => {
    const text = `const axios = require("axios");\naxios.get("https://a.example", { httpVersion: 2, http2Options: { rejectUnauthorized: false } });\n`;
    const folder = createFolder({ "a.js": text, "package.json": manifest("axios", "^0.27.0") });
    expect(await found(folder)).toEqual(["a.js:2 note no-ineffective-tls-options"]);
  });

  it("count all of them where nothing says which", async () => {
    expect(await found(createFolder(got))).toEqual([disabled]);
  });

  it("stand in the lockfile where the range leaves them open", async () => {
    const lock = (version: string) => JSON.stringify({ packages: { "node_modules/got": { version } } }, undefined, 2);
    const folder = createRepository({
      ...got,
      "package.json": manifest("got", "*"),
      "package-lock.json": lock("11.8.6"),
    });
    expect(await found(folder)).toEqual([disabled]);
    folder.write({ "package-lock.json": lock("14.6.6") });
    expect(await found(folder)).toSatisfy(dropped);
  });

  it("are those of a package in its folder, and of the repository around it", async () => {
    const folder = createRepository({
      "package.json": manifest("got", "^14.0.0"),
      "old/package.json": manifest("got", "^11.0.0"),
      "old/src/a.js": got["a.js"],
      "new/package.json": "{}",
      "new/a.js": got["a.js"],
    });
    const files = await found(folder);
    expect(files.filter((line) => line.includes("no-disabled-"))).toEqual([`old/src/${disabled}`]);
  });

  it("are asked for again by a run with a cache when the manifest has changed", async () => {
    const folder = createRepository({ ...got, "package.json": manifest("got", "^11.0.0") });
    expect(await found(folder, "--cache")).toEqual([disabled]);
    expect(await found(folder, "--cache")).toEqual([disabled]);
    folder.write({ "package.json": manifest("got", "^14.0.0") });
    expect(await found(folder, "--cache")).toSatisfy(dropped);
  });

  it("are not read through a link", async () => {
    const outside = createFolder({ "package.json": manifest("got", "^14.0.0") });
    const folder = createRepository(got);
    symlinkSync(join(outside.path, "package.json"), join(folder.path, "package.json"));
    expect((await found(folder)).filter((line) => line.startsWith("a.js"))).toEqual([disabled]);
  });
});
