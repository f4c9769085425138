import { testRule } from "../../../../test/harness/test-rule.js";

testRule("no-insecure-client-default", {
  valid: [
    {
      name: "cassandra-driver told to verify",
      code: `const { Client } = require('cassandra-driver');\nnew Client({ contactPoints, sslOptions: { ca, rejectUnauthorized: true } });`,
    },
    {
      name: "cassandra-driver without TLS",
      code: `const { Client } = require('cassandra-driver');\nnew Client({ contactPoints });`,
    },
    {
      name: "cassandra-driver in the cloud, where the default is sound",
      code: `const { Client } = require('cassandra-driver');\nnew Client({ cloud: { secureConnectBundle }, sslOptions: { ca } });`,
    },
    {
      name: "cassandra-driver with options that may be in a cloud's settings",
      code: `const { Client } = require('cassandra-driver');\nnew Client({ ...settings, sslOptions: { ca } });`,
    },
    {
      name: "cassandra-driver with options out of sight",
      code: `const { Client } = require('cassandra-driver');\nnew Client({ contactPoints, sslOptions: { ...settings.tls, ca } });`,
    },
    {
      name: "another module's Client",
      code: `const { Client } = require('pg');\nnew Client({ sslOptions: {}, ssl: { ca } });`,
    },
    {
      name: "mysql2 told to compare the host name",
      code: `import mysql from 'mysql2/promise';\nmysql.createPool({ host, ssl: { verifyIdentity: true } });`,
    },
    {
      name: "mysql2 that accepts any certificate, which is another rule's",
      code: `import mysql from 'mysql2';\nmysql.createPool({ host, ssl: { rejectUnauthorized: false } });`,
    },
    {
      name: "mysql2 with a profile out of sight",
      code: `import mysql from 'mysql2';\nmysql.createPool({ host, ssl: profile });`,
    },
    { name: "mysql2 without TLS", code: `import mysql from 'mysql2';\nmysql.createPool({ host, ssl: undefined });` },
  ],
  invalid: [
    {
      name: "cassandra-driver with an authority",
      code: `const { Client } = require('cassandra-driver');\nnew Client({ contactPoints, sslOptions: { ca: [authority] } });`,
    },
    {
      name: "cassandra-driver with an empty object",
      code: `import cassandra from 'cassandra-driver';\nnew cassandra.Client({ contactPoints, sslOptions: {} });`,
    },
    {
      name: "options in a constant",
      code: `import { Client } from 'cassandra-driver';\nconst sslOptions = {\n  ca,\n  host: 'db.example', // the name in the certificate\n};\nnew Client({ contactPoints, sslOptions });`,
    },
    {
      name: "options behind the user's choice",
      code: `import { Client } from 'cassandra-driver';\nconst options = { contactPoints };\nif (settings.insecure) options.sslOptions = { ca };\nnew Client(options);`,
    },
    {
      name: "mysql2",
      code: `import mysql from 'mysql2/promise';\nexport const pool = mysql.createPool({\n  host,\n  ssl: {\n    ca,\n  },\n});`,
    },
    {
      name: "mysql2 with an exported object, which is not ours to edit",
      code: `import mysql from 'mysql2';\nexport const settings = { host, ssl: { ca } };\nmysql.createConnection(settings);`,
    },
    {
      name: "mysql, which cannot",
      code: `const mysql = require('mysql');\nmysql.createConnection({ host, ssl: { ca } });`,
    },
  ],
});
