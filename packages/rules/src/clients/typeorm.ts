import { defineClient } from "../define-client.js";
import { mongodbParameters, mongodbWords } from "./mongodb.js";
import { mysql2Options } from "./mysql2.js";
import { disabledSslMode, pgParameters, pgShorthands, withoutSsl } from "./pg.js";
import { sqlServerWords, unencrypted } from "./tedious.js";

const ssl = [
  [0, "ssl"],
  [0, "extra", "ssl"],
  [0, "replication", "master", "ssl"],
  [0, "replication", "slaves", "*", "ssl"],
] as const;

/** `mysql`, or mysql2 where that is installed. */
const mysql = { at: [[0, "type"]], values: ["mysql", "mariadb"] } as const;

/** Merged into the driver's own options. */
const extra = [
  [0, "extra"],
  [0, "extra", "options"],
] as const;

const { tlsAllowInvalidCertificates } = mongodbWords;
const vocabulary = { ...sqlServerWords, tlsAllowInvalidCertificates };

export default defineClient({
  name: "typeorm",
  docs: "https://typeorm.io/docs/data-source/data-source-options/",
  verified: "typeorm 1.1.1",
  notes: ["`ssl`, `extra` and `options` are handed to the driver of the database."],
  modules: ["typeorm"],
  tlsOptions: [
    { construct: "DataSource", at: ssl, side: "client", shorthands: pgShorthands },
    { call: "createConnection", at: ssl, side: "client", shorthands: pgShorthands },
    { construct: "DataSource", at: ssl, where: mysql, ...mysql2Options },
    { call: "createConnection", at: ssl, where: mysql, ...mysql2Options },
    {
      construct: "DataSource",
      at: [[0], [0, "options"]],
      side: "client",
      vocabulary,
      forwards: ["checkServerIdentity"],
    },
    {
      call: "createConnection",
      at: [[0], [0, "options"]],
      side: "client",
      vocabulary,
      forwards: ["checkServerIdentity"],
    },
    { construct: "DataSource", at: extra, side: "client", vocabulary },
    { call: "createConnection", at: extra, side: "client", vocabulary },
  ],
  connectionStrings: [
    {
      construct: "DataSource",
      at: [[0, "url"]],
      form: "url",
      parameters: { ...pgParameters, ...mongodbParameters },
      replaces: "ssl",
    },
  ],
  plaintext: [
    {
      construct: "DataSource",
      at: [[0, "ssl"]],
      hosts: [
        [0, "host"],
        [0, "url"],
      ],
      ...withoutSsl,
    },
    { construct: "DataSource", at: [[0, "options", "encrypt"]], hosts: [[0, "host"]], ...unencrypted },
    { construct: "DataSource", at: [[0, "url"]], ...disabledSslMode },
  ],
});
