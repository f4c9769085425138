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
      name: "sequelize for another database",
      code: `const { Sequelize } = require("sequelize");\nnew Sequelize({ dialect: "postgres", host, dialectOptions: { options: { encrypt: true } } });`,
    },
  ],
  invalid: [
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
