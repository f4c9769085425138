import { testRule } from "../../../../../test/harness/test-rule.js";

testRule("no-disabled-certificate-verification", {
  valid: [
    {
      name: "mongodb, a parameter of another name",
      code: `const { MongoClient } = require("mongodb");\nnew MongoClient("mongodb://db.example/app?tls=true&appName=tlsInsecure");`,
    },
    {
      name: "mssql, a name that it does not read",
      code: `require("mssql").connect("Server=db.example;User Id=app;Trust Server Certificate=true");`,
    },
    {
      name: "pg, whose names have one case",
      code: `const { Client } = require("pg");\nnew Client("postgres://db.example/app?SSLMODE=no-verify");`,
    },
  ],
  invalid: [
    {
      name: "mssql, another word for true",
      code: `require("mssql").connect("Server=db.example;User Id=app;TrustServerCertificate=yes");`,
    },
    {
      name: "mssql, strict in a string, which its parser takes for true",
      code: `require("mssql").connect("Server=db.example;User Id=app;Encrypt=strict;TrustServerCertificate=1");`,
    },
    {
      name: "mssql, in any case",
      code: `require("mssql").connect("Server=db.example;User Id=app;trustservercertificate=true");`,
    },
    {
      name: "mongodb, a parameter in capitals",
      code: `const { MongoClient } = require("mongodb");\nnew MongoClient("mongodb://db.example/app?tls=true&TLSINSECURE=true");`,
    },
  ],
});

testRule("no-deprecated-protocol-version", {
  valid: [
    {
      name: "nodemailer, a version that is not old",
      code: `require("nodemailer").createTransport("smtps://user@mail.example?tls.minVersion=TLSv1.2");`,
    },
    {
      name: "nodemailer, a parameter that is no option of TLS",
      code: `require("nodemailer").createTransport("smtps://user@mail.example?minVersion=TLSv1");`,
    },
  ],
  invalid: [
    {
      name: "nodemailer, an old version",
      code: `require("nodemailer").createTransport("smtps://user@mail.example?tls.minVersion=TLSv1");`,
    },
  ],
});
