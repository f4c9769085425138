import { testRule } from "../../../../test/harness/test-rule.js";

testRule("no-insecure-client-default", {
  valid: [
    {
      name: "cassandra-driver told to verify",
      code: `const { Client } = require('cassandra-driver');
new Client({ contactPoints, sslOptions: { ca, rejectUnauthorized: true } });`,
    },
    {
      name: "cassandra-driver without TLS",
      code: `const { Client } = require('cassandra-driver');
new Client({ contactPoints });`,
    },
    {
      name: "cassandra-driver in the cloud, where the default is sound",
      code: `const { Client } = require('cassandra-driver');
new Client({ cloud: { secureConnectBundle }, sslOptions: { ca } });`,
    },
    {
      name: "cassandra-driver with options that may be in a cloud's settings",
      code: `const { Client } = require('cassandra-driver');
new Client({ ...settings, sslOptions: { ca } });`,
    },
    {
      name: "cassandra-driver with options out of sight",
      code: `const { Client } = require('cassandra-driver');
new Client({ contactPoints, sslOptions: { ...settings.tls, ca } });`,
    },
    {
      name: "another module's Client",
      code: `const { Client } = require('pg');
new Client({ sslOptions: {}, ssl: { ca } });`,
    },
    {
      name: "mysql2 told to compare the host name",
      code: `import mysql from 'mysql2/promise';
mysql.createPool({ host, ssl: { verifyIdentity: true } });`,
    },
    {
      name: "mysql2 that accepts any certificate, which is another rule's",
      code: `import mysql from 'mysql2';
mysql.createPool({ host, ssl: { rejectUnauthorized: false } });`,
    },
    {
      name: "mysql2 with a profile out of sight",
      code: `import mysql from 'mysql2';
mysql.createPool({ host, ssl: profile });`,
    },
    {
      name: "mysql2 without TLS",
      code: `import mysql from 'mysql2';
mysql.createPool({ host, ssl: undefined });`,
    },
  ],
  invalid: [
    {
      name: "cassandra-driver with an authority",
      code: `const { Client } = require('cassandra-driver');
new Client({ contactPoints, sslOptions: { ca: [authority] } });`,
    },
    {
      name: "cassandra-driver with an empty object",
      code: `import cassandra from 'cassandra-driver';
new cassandra.Client({ contactPoints, sslOptions: {} });`,
    },
    {
      name: "options in a constant",
      code: `import { Client } from 'cassandra-driver';
const sslOptions = {
  ca,
  host: 'db.example', // the name in the certificate
};
new Client({ contactPoints, sslOptions });`,
    },
    {
      name: "options behind the user's choice",
      code: `import { Client } from 'cassandra-driver';
const options = { contactPoints };
if (settings.insecure) options.sslOptions = { ca };
new Client(options);`,
    },
    {
      name: "mysql2",
      code: `import mysql from 'mysql2/promise';
export const pool = mysql.createPool({
  host,
  ssl: {
    ca,
  },
});`,
    },
    {
      name: "mysql2 with an exported object, which is not ours to edit",
      code: `import mysql from 'mysql2';
export const settings = { host, ssl: { ca } };
mysql.createConnection(settings);`,
    },
    {
      name: "mysql, which cannot",
      code: `const mysql = require('mysql');
mysql.createConnection({ host, ssl: { ca } });`,
    },
  ],
});
