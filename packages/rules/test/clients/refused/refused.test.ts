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
    { name: "pg, which leaves it out", code: `const { Client } = require("pg");\nnew Client({ host, ssl: true });` },
  ],
  invalid: [
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
