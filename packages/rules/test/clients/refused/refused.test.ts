import { testRule } from "../../../../../test/harness/test-rule.js";

testRule("no-invalid-tls-options", {
  valid: [
    {
      name: "mongodb, an option that it hands on",
      code: `const { MongoClient } = require("mongodb");\nnew MongoClient(uri, { tls: true, ecdhCurve: "X25519" });`,
    },
    {
      name: "mongodb, a word of old majors where no manifest tells which one is used",
      code: `const { MongoClient } = require("mongodb");\nnew MongoClient(uri, { tls: true, sslValidate: true });`,
    },
    {
      name: "got, where it belongs",
      code: `import got from "got";\nawait got("https://a.example", { https: { rejectUnauthorized: true } });`,
    },
    {
      name: "got, at the top where no manifest tells which major is used",
      code: `import got from "got";\nawait got("https://a.example", { rejectUnauthorized: true });`,
    },
    {
      name: "tedious, a version beside the cap that it sets itself",
      code: `const { Connection } = require("tedious");\nnew Connection({ server, options: { cryptoCredentialsDetails: { minVersion: "TLSv1.2" } } });`,
    },
    {
      name: "tedious, a method where it is strict and sets no version itself",
      code: `const { Connection } = require("tedious");\nnew Connection({ server, options: { encrypt: "strict", cryptoCredentialsDetails: { secureProtocol: "TLSv1_2_method" } } });`,
    },
    {
      name: "pg, texts that it takes for switches",
      code: `const { Client } = require("pg");\nfor (const ssl of ["0", "1", "true", "no-verify"]) new Client("postgres://db.example/app?ssl=" + ssl);\nnew Client("postgres://db.example/app?ssl=1");`,
    },
    {
      name: "pg, a text beside a mode, which makes an object of it first",
      code: `const { Client } = require("pg");\nnew Client("postgres://db.example/app?ssl=false&sslmode=verify-full");`,
    },
    {
      name: "mysql2, the name of a profile",
      code: `require("mysql2").createConnection({ host: "db.example", ssl: "Amazon RDS" });`,
    },
    { name: "pg, which leaves it out", code: `const { Client } = require("pg");\nnew Client({ host, ssl: true });` },
  ],
  invalid: [
    {
      name: "pg, a text that is no switch",
      code: `const { Client } = require("pg");\nnew Client("postgres://db.example/app?ssl=false");`,
    },
    {
      name: "pg, in an option",
      code: `const { Pool } = require("pg");\nnew Pool({ connectionString: "postgres://db.example/app?ssl=off&application_name=app" });`,
    },
    {
      name: "knex, which reads the text as pg does",
      code: `require("knex")({ client: "pg", connection: "postgres://db.example/app?ssl=false" });`,
    },
    {
      name: "mongodb, a parameter that it has given up",
      code: `const { MongoClient } = require("mongodb");\nnew MongoClient("mongodb://db.example/app?tls=true&sslValidate=true");`,
    },
    {
      name: "mysql2, a switch in the place of the options",
      code: `require("mysql2").createConnection({ host: "db.example", ssl: true });`,
    },
    {
      name: "mysql2, a switch in a string",
      code: `require("mysql2").createConnection("mysql://db.example/app?ssl=true");`,
    },
    {
      name: "sequelize, a word of pg for mysql2",
      code: `const { Sequelize } = require("sequelize");\nnew Sequelize({ dialect: "mysql", dialectOptions: { ssl: "no-verify" } });`,
    },
    {
      name: "crawlee, an option of Node's",
      code: `import { HttpCrawler } from "crawlee";\nnew HttpCrawler({ requestHandler, ignoreSslErrors: false, minVersion: "TLSv1.3" });`,
    },
    {
      name: "mongodb, a minimum version",
      code: `const { MongoClient } = require("mongodb");\nnew MongoClient(uri, { tls: true, minVersion: "TLSv1" });`,
    },
    {
      name: "mongodb, a minimum version that was meant to be a higher one",
      code: `const { MongoClient } = require("mongodb");\nnew MongoClient(uri, { tls: true, minVersion: "TLSv1.3" });`,
    },
    {
      name: "tedious, a method beside the cap that it sets itself",
      code: `const { Connection } = require("tedious");\nnew Connection({ server, options: { cryptoCredentialsDetails: { secureProtocol: "TLSv1_2_method" } } });`,
    },
    {
      name: "mongoose, a minimum version",
      code: `import mongoose from "mongoose";\nawait mongoose.connect(uri, { tls: true, minVersion: "TLSv1.1" });`,
    },
  ],
});
