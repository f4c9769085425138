import { type Client, defineClient, type OptionsAt, type Sink } from "../define-client.js";
import { mongodbForwards, mongodbParameters, mongodbWords } from "./mongodb.js";
import { mysql2Options } from "./mysql2.js";
import { disabledSslMode, pgParameters, pgRefuses, pgShorthands, withoutSsl } from "./pg.js";
import { sqlServerWords, unencrypted } from "./tedious.js";

const types = (...values: string[]) => ({ at: [[0, "type"]] as const, values });

const postgres = ["postgres", "cockroachdb", "aurora-postgres"];

/** `mysql`, or mysql2 where that is installed. */
const mysql = ["mysql", "mariadb"];
const sqlServer = ["mssql"];
const mongodb = ["mongodb"];

const ssl: readonly OptionsAt[] = [
  [0, "ssl"],
  [0, "replication", "master", "ssl"],
  [0, "replication", "slaves", "*", "ssl"],
];

/** `extra` is laid over what the driver gets besides. */
const extraSsl: OptionsAt = [0, "extra", "ssl"];

const { tlsAllowInvalidCertificates } = mongodbWords;

type Row = Omit<Extract<Sink, { readonly at: unknown }>, "call" | "construct">;

/** Each with the types of databases whose driver reads it, or does not. */
const rows: readonly Row[] = [
  {
    at: ssl,
    side: "client",
    except: types(...mysql, ...sqlServer, ...mongodb),
    yieldsTo: extraSsl,
    shorthands: pgShorthands,
  },
  { at: [extraSsl], side: "client", except: types(...mysql, ...sqlServer, ...mongodb), shorthands: pgShorthands },
  { at: [[0, "ssl"]], where: types(...mysql), yieldsTo: extraSsl, ...mysql2Options },
  { at: [extraSsl], where: types(...mysql), ...mysql2Options },
  {
    at: [[0, "options"]],
    side: "client",
    except: types(...postgres, ...mysql, ...mongodb),
    yieldsTo: [0, "extra", "options"],
    vocabulary: sqlServerWords,
    forwards: [],
  },
  {
    at: [
      [0, "extra"],
      [0, "extra", "options"],
    ],
    side: "client",
    except: types(...postgres, ...mysql, ...mongodb),
    vocabulary: sqlServerWords,
    forwards: [],
  },
  {
    at: [[0]],
    side: "client",
    except: types(...postgres, ...mysql, ...sqlServer),
    vocabulary: { tlsAllowInvalidCertificates },
    forwards: ["checkServerIdentity"],
  },
  {
    at: [[0, "extra"]],
    side: "client",
    except: types(...postgres, ...mysql, ...sqlServer),
    vocabulary: mongodbWords,
    forwards: mongodbForwards,
  },
  { at: [[0]], side: "client", except: types(...mongodb), forwards: [] },
];

const plaintext: Client["plaintext"] = [
  {
    construct: "DataSource",
    at: [[0, "ssl"]],
    hosts: [
      [0, "host"],
      [0, "url"],
    ],
    except: types(...sqlServer, ...mongodb),
    ...withoutSsl,
  },
  {
    construct: "DataSource",
    at: [[0, "options", "encrypt"]],
    hosts: [[0, "host"]],
    except: types(...postgres, ...mysql, ...mongodb),
    ...unencrypted,
  },
  {
    construct: "DataSource",
    at: [[0, "url"]],
    except: types(...mysql, ...sqlServer, ...mongodb),
    ...disabledSslMode,
  },
];

export default defineClient({
  name: "typeorm",
  docs: "https://typeorm.io/docs/data-source/data-source-options/",
  verified: "typeorm 1.1.1 and 0.3.31",
  notes: ["`ssl`, `extra` and `options` are handed to the driver of the database."],
  modules: ["typeorm"],
  tlsOptions: rows.flatMap((row) => [
    { construct: "DataSource", ...row },
    { call: "createConnection", ...row },
  ]),
  connectionStrings: [
    {
      construct: "DataSource",
      at: [[0, "url"]],
      form: "url",
      except: types(...mongodb),
      parameters: pgParameters,
      refuses: pgRefuses,
      replaces: "ssl",
    },
    {
      construct: "DataSource",
      at: [[0, "url"]],
      form: "url",
      except: types(...postgres, ...mysql, ...sqlServer),
      anyCase: true,
      parameters: mongodbParameters,
    },
  ],
  plaintext,
});
