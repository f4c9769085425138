import { testRule } from "../../../../../test/harness/test-rule.js";

const mail = `import nodemailer from "nodemailer";`;
const pool = `const { Pool } = require("pg");`;
const proxy = `const { createProxyMiddleware } = require("http-proxy-middleware");`;
const socket = `const WebSocket = require("ws");`;
const https = `const https = require("https");`;

testRule("no-disabled-certificate-verification", {
  valid: [
    {
      name: "a catcher of mail without TLS",
      code: `${mail} nodemailer.createTransport({ host: "localhost", port: 1025 });`,
    },
  ],
  invalid: [
    {
      name: "a catcher of mail with an object for TLS",
      code: `${mail}
nodemailer.createTransport({ host: "127.0.0.1", port: 1025, secure: false, tls: { rejectUnauthorized: false } });`,
    },
    {
      name: "one of two machines, each with its own object",
      code: `${mail}
const options = dev ? { host: "0.0.0.0", tls: { rejectUnauthorized: false } } : { host: process.env.MAIL_HOST };
nodemailer.createTransport(options);`,
    },
    {
      name: "a server behind a development server of Vite",
      code: `import { defineConfig } from "vite";
export default defineConfig({ server: { proxy: { "/api": { target: "https://localhost:7221", secure: false } } } });`,
    },
    {
      name: "a server behind a proxy that a function makes",
      code: `import { defineConfig } from "vite";
const backend = (path) => ({ target: "https://localhost:8000", secure: false, rewrite: () => path });
export default defineConfig({ server: { host: "example.test", proxy: { "/login": backend("/login") } } });`,
    },
    {
      name: "a server behind a proxy out of sight",
      code: `module.exports = { devServer: { proxy: { "/api": { target: "https://[::1]:8443", secure: false } } } };`,
    },
    {
      name: "a server behind a proxy with its path",
      code: `${proxy}
app.use(createProxyMiddleware("/api", { target: "https://localhost:7201", secure: false }));`,
    },
    {
      name: "an address of its own",
      code: `${socket} new WebSocket("wss://127.0.0.1:8443/", { rejectUnauthorized: false });`,
    },
    {
      name: "a connection string beside the object",
      code: `${pool}
new Pool({ connectionString: "postgres://a@localhost:5432/a", ssl: { rejectUnauthorized: false } });`,
    },
    {
      name: "a connection string with the parameter",
      code: `${pool} new Pool({ connectionString: "postgres://a@localhost:5432/a?sslmode=no-verify" });`,
    },
    {
      name: "a connection string in parts",
      code: `${pool} new Pool({ connectionString: \`postgres://a@localhost:\${port}/a?sslmode=no-verify\` });`,
    },
    {
      name: "pairs",
      code: `export const connection = "Server=localhost;Database=a;Encrypt=true;TrustServerCertificate=true;";`,
    },
    {
      name: "an assignment to what is handed over",
      code: `${https}
const options = { hostname: "localhost", port: 8443 };
options.rejectUnauthorized = false;
https.request(options);`,
    },
    {
      name: "another machine where none is set",
      code: `${socket} new WebSocket(process.env.URL || "wss://127.0.0.1:8443/", { rejectUnauthorized: false });`,
    },
    {
      name: "another machine in the call",
      code: `${https}
const local = { host: "localhost", rejectUnauthorized: false };
https.request({ ...local, host: process.env.HOST });`,
    },
    {
      name: "a proxy that may choose another server",
      code: `${proxy}
createProxyMiddleware({ target: "https://localhost:7201", router: (request) => shards[request.host], secure: false });`,
    },
    {
      name: "a target in parts of which the host is another's",
      code: `${proxy}
createProxyMiddleware("/api", { target: { protocol: "https:", host: "api.example" }, secure: false });`,
    },
    {
      name: "a name that only begins so",
      code: `${https} https.get({ host: "localhost.example", rejectUnauthorized: false });`,
    },
    {
      name: "several machines",
      code: `require("mongodb").MongoClient.connect("mongodb://localhost,db.example/a", { tlsAllowInvalidCertificates: true });`,
    },
    {
      name: "several machines of one",
      code: `require("mongodb").MongoClient.connect("mongodb://localhost:1,127.0.0.1:2/a", { tlsAllowInvalidCertificates: true });`,
    },
    {
      name: "a function that is called for both",
      code: `${https}
const ask = (host) => https.get({ host, rejectUnauthorized: false });
ask("localhost");
ask("api.example");`,
    },
    { name: "an agent, which may go anywhere", code: `${https} new https.Agent({ rejectUnauthorized: false });` },
  ],
});

testRule("no-disabled-hostname-verification", {
  valid: [{ name: "Node's own check", code: `${https} https.get({ host: "localhost", servername: "api.example" });` }],
  invalid: [
    {
      name: "a server of the own machine",
      code: `${https} https.get({ host: "localhost", checkServerIdentity: () => undefined });`,
    },
    {
      name: "another server",
      code: `${https} https.get({ host: "api.example", checkServerIdentity: () => undefined });`,
    },
  ],
});
