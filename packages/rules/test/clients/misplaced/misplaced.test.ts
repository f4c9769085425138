import { testRule } from "../../../../../test/harness/test-rule.js";

testRule("no-ineffective-tls-options", {
  valid: [
    {
      name: "pg, where it belongs",
      code: `const { Pool } = require("pg");\nnew Pool({ host, ssl: { rejectUnauthorized: true, ca } });`,
    },
    {
      name: "a class of the same name",
      code: `const { Pool } = require("./pool");\nnew Pool({ host, ssl: true, rejectUnauthorized: true });`,
    },
    { name: "request, which hands it on", code: `require("request")({ url, rejectUnauthorized: true });` },
    { name: "needle, which hands it on", code: `require("needle").get(url, { rejectUnauthorized: true });` },
  ],
  invalid: [
    {
      name: "Azure's pipeline, settings that the constructor of a request leaves out",
      code: `const { createPipelineRequest } = require("@azure/core-rest-pipeline");\ncreatePipelineRequest({ url, tlsSettings: { rejectUnauthorized: false } });`,
    },
    {
      name: "pg",
      code: `const { Pool } = require("pg");\nnew Pool({ host: "db.example", ssl: true, rejectUnauthorized: false });`,
    },
    {
      name: "pg, a setting",
      code: `const { Client } = require("pg");\nnew Client({ connectionString, rejectUnauthorized: strict });`,
    },
    {
      name: "pg, a minimum version beside the options",
      code: `const { Client } = require("pg");\nnew Client({ host: "db.example", ssl: true, minVersion: "TLSv1" });`,
    },
    {
      name: "pg, a minimum version that was meant to be a higher one",
      code: `const { Client } = require("pg");\nnew Client({ host: "db.example", ssl: true, minVersion: "TLSv1.3" });`,
    },
    {
      name: "mysql2, which knows no method by name",
      code: `require("mysql2").createPool({ host, ssl: { verifyIdentity: true, secureProtocol: "TLSv1_method" } });`,
    },
    {
      name: "pg, assigned",
      code: `const pg = require("pg");\nconst config = { host };\nconfig.rejectUnauthorized = false;\nnew pg.Pool(config);`,
    },
    { name: "mysql", code: `require("mysql").createConnection({ host, ssl: {}, rejectUnauthorized: true });` },
    {
      name: "mysql2",
      code: `import mysql from "mysql2/promise";\nawait mysql.createPool({ host, ssl: { verifyIdentity: true }, rejectUnauthorized: false });`,
    },
    { name: "mariadb", code: `require("mariadb").createPool({ host, ssl: true, rejectUnauthorized: false });` },
    {
      name: "ioredis",
      code: `const Redis = require("ioredis");\nnew Redis("rediss://cache.example", { rejectUnauthorized: false });`,
    },
    {
      name: "redis",
      code: `import { createClient } from "redis";\ncreateClient({ url: "rediss://cache.example", rejectUnauthorized: false });`,
    },
    {
      name: "nodemailer",
      code: `require("nodemailer").createTransport({ host, port: 465, secure: true, rejectUnauthorized: false });`,
    },
    {
      name: "kafkajs",
      code: `import { Kafka } from "kafkajs";\nnew Kafka({ brokers, ssl: true, rejectUnauthorized: false });`,
    },
    { name: "nats", code: `import { connect } from "nats";\nawait connect({ servers, rejectUnauthorized: false });` },
    {
      name: "ldapjs, a check",
      code: `require("ldapjs").createClient({ url: "ldaps://ldap.example", checkServerIdentity: () => undefined });`,
    },
    {
      name: "imapflow",
      code: `const { ImapFlow } = require("imapflow");\nnew ImapFlow({ host, secure: true, rejectUnauthorized: false });`,
    },
  ],
});

testRule("no-disabled-certificate-verification", {
  valid: [
    {
      name: "Azure's pipeline, settings that the constructor of a request leaves out",
      code: `const { createPipelineRequest } = require("@azure/core-rest-pipeline");\ncreatePipelineRequest({ url, tlsSettings: { rejectUnauthorized: false } });`,
    },
    {
      name: "what pg does not read",
      code: `const { Pool } = require("pg");\nnew Pool({ host: "db.example", ssl: true, rejectUnauthorized: false });`,
    },
  ],
  invalid: [
    {
      name: "Azure's pipeline, settings of a request that is made already",
      code: `const { createPipelineRequest } = require("@azure/core-rest-pipeline");\nconst request = createPipelineRequest({ url });\nrequest.tlsSettings = { rejectUnauthorized: false };`,
    },
    {
      name: "Azure's pipeline, a policy",
      code: `const { tlsPolicy } = require("@azure/core-rest-pipeline");\npipeline.addPolicy(tlsPolicy({ rejectUnauthorized: false }));`,
    },
    {
      name: "what pg reads beside it",
      code: `const { Pool } = require("pg");\nnew Pool({ host: "db.example", ssl: { rejectUnauthorized: false }, rejectUnauthorized: false });`,
    },
  ],
});
