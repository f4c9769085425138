import { testRule } from "../../../../../test/harness/test-rule.js";

const withAgent = (agent: string, request: string) =>
  `const https = require("https");\nconst agent = ${agent};\nhttps.get({ host: "a.example", ${request} });`;

testRule("no-disabled-certificate-verification", {
  valid: [
    {
      name: "an agent that verifies, whose own option wins",
      code: withAgent("new https.Agent({ rejectUnauthorized: true })", "agent, rejectUnauthorized: false"),
    },
    {
      name: "a property of the global agent, which nobody reads",
      code: `const https = require("https");\nhttps.globalAgent.rejectUnauthorized = false;`,
    },
    {
      name: "a property of an agent",
      code: `const https = require("https");\nconst agent = new https.Agent();\nagent.rejectUnauthorized = false;`,
    },
    {
      name: "a client that nobody keeps",
      code: `const request = require("request");\nrequest.defaults({ strictSSL: false });\nrequest.post("https://a.example");`,
    },
    {
      name: "a proxy without TLS",
      code: `const { HttpsProxyAgent } = require("https-proxy-agent");\nnew HttpsProxyAgent("http://proxy.example:3128", { rejectUnauthorized: false });`,
    },
    {
      name: "tedious, details that make a secure context",
      code: `const { Connection } = require("tedious");\nnew Connection({ server, options: { cryptoCredentialsDetails: { rejectUnauthorized: false } } });`,
    },
    {
      name: "mssql, details that make a secure context",
      code: `const sql = require("mssql");\nsql.connect({ server, options: { cryptoCredentialsDetails: { rejectUnauthorized: false } } });`,
    },
    {
      name: "tedious, which always verifies when it is strict",
      code: `const { Connection } = require("tedious");\nnew Connection({ server, options: { encrypt: "strict", trustServerCertificate: true } });`,
    },
    {
      name: "mssql, which always verifies when it is strict",
      code: `const sql = require("mssql");\nsql.connect({ server, options: { encrypt: "strict", trustServerCertificate: true } });`,
    },
  ],
  invalid: [
    {
      name: "simple-oauth2, which takes zero for false",
      code: `const { ClientCredentials } = require("simple-oauth2");\nnew ClientCredentials({ client, auth, http: { rejectUnauthorized: 0 } });`,
    },
    {
      name: "an agent that says nothing of it",
      code: withAgent("new https.Agent({ keepAlive: true })", "agent, rejectUnauthorized: false"),
    },
    {
      name: "an agent that may be another",
      code: withAgent(
        "strict ? new https.Agent({ rejectUnauthorized: true }) : undefined",
        "agent, rejectUnauthorized: false",
      ),
    },
    {
      name: "an agent whose own option is the weak one",
      code: withAgent("new https.Agent({ rejectUnauthorized: false })", "agent, rejectUnauthorized: true"),
    },
    {
      name: "the options of the global agent",
      code: `const https = require("https");\nhttps.globalAgent.options.rejectUnauthorized = false;`,
    },
    {
      name: "a proxy that is reached by https",
      code: `const { HttpsProxyAgent } = require("https-proxy-agent");\nnew HttpsProxyAgent("https://proxy.example", { rejectUnauthorized: false });`,
    },
    {
      name: "tedious that encrypts and is not strict",
      code: `const { Connection } = require("tedious");\nnew Connection({ server, options: { encrypt: true, trustServerCertificate: true } });`,
    },
    {
      name: "mysql with true in the place of the options",
      code: `require("mysql").createConnection({ host: "db.example", ssl: true });`,
    },
    {
      name: "knex that hands true to mysql",
      code: `require("knex")({ client: "mysql", connection: { host: "db.example", ssl: true } });`,
    },
    {
      name: "redis 3 or later, where the major is not known",
      code: `const { createClient } = require("redis");\ncreateClient({ url: "rediss://cache.example", tls: { rejectUnauthorized: false } });`,
    },
  ],
});

testRule("no-deprecated-protocol-version", {
  valid: [
    {
      name: "a context for one server name",
      code: `const https = require("https");\nhttps.createServer({ key, cert }).addContext("old.example", { key, cert, minVersion: "TLSv1" });`,
    },
    {
      name: "a context that SNICallback makes",
      code: `const tls = require("tls");\ntls.createServer({ SNICallback: (name, done) => done(null, tls.createSecureContext({ key, cert, minVersion: "TLSv1" })) });`,
    },
    {
      name: "options beside a secure context",
      code: `const tls = require("tls");\nconst secureContext = tls.createSecureContext({ ca });\ntls.connect({ host, secureContext, minVersion: "TLSv1" });`,
    },
  ],
  invalid: [
    {
      name: "the options of the server itself, beside a strong context for one name",
      code: `const tls = require("tls");\nconst server = tls.createServer({ key, cert, minVersion: "TLSv1", ciphers: "DEFAULT@SECLEVEL=0" });\nserver.addContext("new.example", { key, cert, minVersion: "TLSv1.2" });`,
    },
    {
      name: "a secure context of its own",
      code: `const tls = require("tls");\nconst secureContext = tls.createSecureContext({ minVersion: "TLSv1", ciphers: "DEFAULT@SECLEVEL=0" });\ntls.connect({ host, secureContext });`,
    },
  ],
});

testRule("no-ineffective-tls-options", {
  valid: [
    {
      name: "an agent that says nothing of it",
      code: withAgent("new https.Agent({ keepAlive: true })", "agent, rejectUnauthorized: false"),
    },
  ],
  invalid: [
    {
      name: "an agent whose own option wins",
      code: withAgent("new https.Agent({ rejectUnauthorized: true })", "agent, rejectUnauthorized: false"),
    },
    {
      name: "a property of the global agent",
      code: `const https = require("https");\nhttps.globalAgent.rejectUnauthorized = false;`,
    },
    {
      name: "a client that nobody keeps",
      code: `const request = require("request");\nrequest.defaults({ strictSSL: false });\nrequest.post("https://a.example");`,
    },
    {
      name: "another client that nobody keeps",
      code: `const got = require("got");\ngot.extend({ https: { rejectUnauthorized: false } });`,
    },
    {
      name: "a proxy without TLS",
      code: `const { HttpsProxyAgent } = require("https-proxy-agent");\nnew HttpsProxyAgent("http://proxy.example:3128", { rejectUnauthorized: false });`,
    },
    {
      name: "tedious, details that make a secure context",
      code: `const { Connection } = require("tedious");\nnew Connection({ server, options: { cryptoCredentialsDetails: { rejectUnauthorized: false, checkServerIdentity } } });`,
    },
    {
      name: "tedious, which always verifies when it is strict",
      code: `const { Connection } = require("tedious");\nnew Connection({ server, options: { encrypt: "strict", trustServerCertificate: true } });`,
    },
    {
      name: "a context for one server name",
      code: `const tls = require("tls");\ntls.createServer({ key, cert }).addContext("old.example", { minVersion: "TLSv1" });`,
    },
  ],
});

testRule("no-insecure-client-default", {
  valid: [
    {
      name: "knex with another driver",
      code: `require("knex")({ client: "pg", connection: { host: "db.example", ssl: {} } });`,
    },
    {
      name: "knex with mysql2 that compares the host name",
      code: `require("knex")({ client: "mysql2", connection: { host: "db.example", ssl: { verifyIdentity: true } } });`,
    },
  ],
  invalid: [
    {
      name: "knex with mysql2",
      code: `require("knex")({ client: "mysql2", connection: { host: "db.example", ssl: {} } });`,
    },
    {
      name: "sequelize with mysql2",
      code: `const { Sequelize } = require("sequelize");\nnew Sequelize({ dialect: "mysql", dialectOptions: { ssl: {} } });`,
    },
    {
      name: "typeorm with mysql2",
      code: `import { DataSource } from "typeorm";\nnew DataSource({ type: "mysql", host: "db.example", ssl: {} });`,
    },
  ],
});

testRule("no-invalid-tls-options", {
  valid: [
    { name: "a default that Node knows", code: `require("tls").DEFAULT_MIN_VERSION = "TLSv1.2";` },
    {
      name: "a default list that is joined",
      code: `require("tls").DEFAULT_CIPHERS = ["ECDHE-RSA-AES128-GCM-SHA256", "ECDHE-RSA-AES256-GCM-SHA384"].join(":");`,
    },
  ],
  invalid: [
    { name: "a default in lower case", code: `const tls = require("tls");\ntls.DEFAULT_MIN_VERSION = "tlsv1.2";` },
    { name: "a default maximum that is none", code: `const tls = require("tls");\ntls.DEFAULT_MAX_VERSION = "1.3";` },
    { name: "a default list without a suite", code: `const tls = require("tls");\ntls.DEFAULT_CIPHERS = "NO-SUCH";` },
    {
      name: "a default curve that is none",
      code: `const tls = require("tls");\ntls.DEFAULT_ECDH_CURVE = "no-such-curve";`,
    },
    {
      name: "an array in the place of a default list",
      code: `const tls = require("tls");\ntls.DEFAULT_CIPHERS = ["ECDHE-RSA-AES128-GCM-SHA256", "ECDHE-RSA-AES256-GCM-SHA384"];`,
    },
    {
      name: "arrays in the place of other defaults",
      code: `const tls = require("tls");\ntls.DEFAULT_ECDH_CURVE = ["P-256"];\ntls.DEFAULT_MIN_VERSION = ["TLSv1.2"];`,
    },
  ],
});
