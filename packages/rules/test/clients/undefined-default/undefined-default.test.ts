import { testRule } from "../../../../../test/harness/test-rule.js";

const cassandra = (options: string) =>
  `const { Client } = require("cassandra-driver");\nnew Client({ contactPoints, sslOptions: { ${options} } });`;

testRule("no-insecure-client-default", {
  valid: [
    { name: "a driver that is told to verify", code: cassandra("ca, rejectUnauthorized: true") },
    {
      name: "sequelize, told to verify",
      code: `const { Sequelize } = require("sequelize");\nnew Sequelize({ dialect: "mssql", host, dialectOptions: { options: { encrypt: true, trustServerCertificate: false } } });`,
    },
    {
      name: "sequelize on SQL Server, options out of sight",
      code: `const { Sequelize } = require("sequelize");\nnew Sequelize({ dialect: "mssql", host: "db.example", ...settings });`,
    },
    {
      name: "sequelize on SQL Server, options of the driver out of sight",
      code: `const { Sequelize } = require("sequelize");\nnew Sequelize({ dialect: "mssql", host: "db.example", dialectOptions });`,
    },
    {
      name: "sequelize on a database that is not known",
      code: `const { Sequelize } = require("sequelize");\nnew Sequelize({ dialect: settings.dialect, host: "db.example" });`,
    },
    {
      name: "sequelize, an address of another database",
      code: `const { Sequelize } = require("sequelize");\nnew Sequelize("postgres://user:secret@db.example/app");`,
    },
    {
      name: "sequelize, an address of SQL Server, told to verify",
      code: `const { Sequelize } = require("sequelize");\nnew Sequelize("mssql://user:secret@db.example/app", { dialectOptions: { options: { trustServerCertificate: false } } });`,
    },
    {
      name: "sequelize, an address of SQL Server, options out of sight",
      code: `const { Sequelize } = require("sequelize");\nnew Sequelize("mssql://user:secret@db.example/app", settings);\nnew Sequelize("mssql://user:secret@db.example/app", { logging: false, dialectOptions });`,
    },
    {
      name: "a crawler that verifies",
      code: `import { CheerioCrawler } from "crawlee";\nnew CheerioCrawler({ requestHandler, ignoreSslErrors: false });`,
    },
    {
      name: "sequelize for another database",
      code: `const { Sequelize } = require("sequelize");\nnew Sequelize({ dialect: "postgres", host, dialectOptions: { options: { encrypt: true } } });`,
    },
  ],
  invalid: [
    {
      name: "sequelize on SQL Server without options",
      code: `const { Sequelize } = require("sequelize");\nnew Sequelize({ dialect: "mssql", host: "db.example" });`,
    },
    {
      name: "sequelize on SQL Server, after a name and a password",
      code: `const { Sequelize } = require("sequelize");\nnew Sequelize("app", "user", password, {\n  host: "db.example",\n  dialect: "mssql",\n});`,
    },
    {
      name: "sequelize on SQL Server, options of the driver that say nothing of it",
      code: `const { Sequelize } = require("sequelize");\nnew Sequelize({ dialect: "mssql", host: "db.example", dialectOptions: { connectTimeout: 9000 } });`,
    },
    {
      name: "sequelize, an address of SQL Server alone",
      code: `const { Sequelize } = require("sequelize");\nnew Sequelize("mssql://user:secret@db.example/app");`,
    },
    {
      name: "sequelize, an address of SQL Server beside other options",
      code: `const { Sequelize } = require("sequelize");\nnew Sequelize("mssql://user:secret@db.example/app", { logging: false });`,
    },
    {
      name: "sequelize, an address of SQL Server beside options of the driver that say nothing of it",
      code: `const { Sequelize } = require("sequelize");\nnew Sequelize("mssql://user:secret@db.example/app", { dialectOptions: { options: { encrypt: true } } });`,
    },
    {
      name: "sequelize, an address of SQL Server beside its dialect",
      code: `const { Sequelize } = require("sequelize");\nnew Sequelize("mssql://user:secret@db.example/app", { dialect: "mssql" });`,
    },
    {
      name: "a crawler",
      code: `import { CheerioCrawler } from "crawlee";\nnew CheerioCrawler({ requestHandler });`,
    },
    {
      name: "sequelize on SQL Server, which trusts any server unless it is told not to",
      code: `const { Sequelize } = require("sequelize");\nnew Sequelize({ dialect: "mssql", host, dialectOptions: { options: { encrypt: true } } });`,
    },
    {
      name: "undefined, for which the driver's own default stands",
      code: cassandra("ca, rejectUnauthorized: undefined"),
    },
  ],
});
