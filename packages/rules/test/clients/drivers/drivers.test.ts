import { testRule } from "../../../../../test/harness/test-rule.js";

/** What hands options to several drivers is judged by the one that is named beside them. */

const typeorm = (type: string, options: string) =>
  `import { DataSource } from "typeorm";\nnew DataSource({ type: ${type}, host: "db.example", ${options} });`;

const sequelize = (dialect: string, options: string) =>
  `const { Sequelize } = require("sequelize");\nnew Sequelize({ dialect: ${dialect}, host: "db.example", dialectOptions: { ${options} } });`;

const knex = (client: string, connection: string) =>
  `require("knex")({ client: ${client}, connection: ${connection} });`;

testRule("no-disabled-certificate-verification", {
  valid: [
    { name: "typeorm, pg's word under mysql", code: typeorm(`"mysql"`, `ssl: "no-verify"`) },
    { name: "typeorm, mongodb's word under mssql", code: typeorm(`"mssql"`, "tlsAllowInvalidCertificates: true") },
    {
      name: "typeorm, mongodb's parameter in a string of PostgreSQL",
      code: typeorm(`"postgres"`, `url: "postgres://db.example/app?tlsInsecure=true"`),
    },
    { name: "sequelize, pg's word under mysql", code: sequelize(`"mysql"`, `ssl: "no-verify"`) },
    { name: "knex, SQL Server's word under pg", code: knex(`"pg"`, "{ options: { trustServerCertificate: false } }") },
  ],
  invalid: [
    { name: "typeorm, pg's word", code: typeorm(`"postgres"`, `ssl: "no-verify"`) },
    { name: "typeorm, pg's word for a database that is not known", code: typeorm("settings.type", `ssl: "no-verify"`) },
    { name: "typeorm, mongodb's word", code: typeorm(`"mongodb"`, "tlsAllowInvalidCertificates: true") },
    { name: "sequelize, pg's word", code: sequelize("settings.dialect", `ssl: "no-verify"`) },
    { name: "sequelize, mariadb", code: sequelize(`"mariadb"`, "ssl: { rejectUnauthorized: false }") },
    { name: "knex, pg's word", code: knex("settings.client", `{ ssl: "no-verify" }`) },
    {
      name: "knex, mysql, which takes a text for a switch",
      code: knex(`"mysql"`, `"mysql://db.example/app?ssl=true"`),
    },
    {
      name: "mysql itself",
      code: `require("mysql").createConnection("mysql://db.example/app?ssl=true");`,
    },
  ],
});

testRule("no-disabled-hostname-verification", {
  valid: [
    {
      name: "typeorm on mssql, which has no such check",
      code: typeorm(`"mssql"`, "options: { checkServerIdentity: () => undefined }"),
    },
  ],
  invalid: [
    { name: "typeorm on mongodb", code: typeorm(`"mongodb"`, "tls: true, checkServerIdentity: () => undefined") },
  ],
});

testRule("no-legacy-secure-protocol", {
  valid: [
    {
      name: "sequelize on mysql, whose driver knows no method by name",
      code: sequelize(`"mysql"`, `ssl: { secureProtocol: "TLSv1_1_method" }`),
    },
    {
      name: "knex on mysql2",
      code: knex(`"mysql2"`, `{ ssl: { secureProtocol: "TLSv1_1_method" } }`),
    },
  ],
  invalid: [
    { name: "sequelize on PostgreSQL", code: sequelize(`"postgres"`, `ssl: { secureProtocol: "TLSv1_1_method" }`) },
    {
      name: "tedious, where it is strict and sets no version itself",
      code: `const { Connection } = require("tedious");\nnew Connection({ server, options: { encrypt: "strict", cryptoCredentialsDetails: { secureProtocol: "TLSv1_1_method" } } });`,
    },
    {
      name: "mssql, where it is strict",
      code: `require("mssql").connect({ server, options: { encrypt: "strict", cryptoCredentialsDetails: { secureProtocol: "TLSv1_1_method" } } });`,
    },
  ],
});

testRule("no-plaintext-connection", {
  valid: [
    {
      name: "knex, SQL Server's word under mysql2",
      code: knex(`"mysql2"`, `{ host: "db.example", ssl: { verifyIdentity: true }, options: { encrypt: false } }`),
    },
    {
      name: "mssql, a word of ADO.NET that its parser takes for true",
      code: `require("mssql").connect("Server=db.example;User Id=app;Encrypt=optional");`,
    },
  ],
  invalid: [
    { name: "knex, SQL Server", code: knex(`"mssql"`, `{ server: "db.example", options: { encrypt: false } }`) },
    {
      name: "mssql, zero",
      code: `require("mssql").connect("Server=db.example;User Id=app;Encrypt=0");`,
    },
  ],
});

testRule("no-insecure-client-default", {
  valid: [
    {
      name: "typeorm, options in whose place others are taken",
      code: typeorm(`"mysql"`, "ssl: {}, extra: { ssl: { verifyIdentity: true } }"),
    },
    {
      name: "knex, a string for PostgreSQL",
      code: knex(`"pg"`, `"postgres://db.example/app?sslmode=verify-full"`),
    },
  ],
  invalid: [
    { name: "typeorm, options that are taken in the place of others", code: typeorm(`"mysql"`, "extra: { ssl: {} }") },
    {
      name: "knex on mysql, which never compares",
      code: knex(`"mysql"`, `{ host: "db.example", ssl: {} }`),
    },
    {
      name: "knex on mysql2, a string",
      code: knex(`"mysql2"`, `'mysql://db.example/app?ssl={"rejectUnauthorized":true}'`),
    },
    {
      name: "mysql, an empty object in a string",
      code: `require("mysql").createConnection("mysql://db.example/app?ssl={}");`,
    },
    {
      name: "mysql2, an object that says something else",
      code: `require("mysql2").createConnection("mysql://db.example/app?ssl=%7B%22ca%22%3A%22x%22%7D");`,
    },
  ],
});

testRule("no-ineffective-tls-options", {
  valid: [
    {
      name: "mysql2, a string without an object beside it",
      code: `require("mysql2").createConnection({ uri: 'mysql://db.example/app?ssl={"rejectUnauthorized":false}' });`,
    },
  ],
  invalid: [
    {
      name: "mysql2, a string beside an object that is read in its place",
      code: `require("mysql2").createConnection({ uri: 'mysql://db.example/app?ssl={"rejectUnauthorized":false}', ssl: { verifyIdentity: true } });`,
    },
    {
      name: "drizzle on postgres.js, a string beside a word that is read in its place",
      code: `import { drizzle } from "drizzle-orm/postgres-js";\ndrizzle({ connection: { url: "postgres://db.example/app?sslmode=require", ssl: "verify-full" } });`,
    },
  ],
});
