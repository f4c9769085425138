import { testRule } from "../../../../../test/harness/test-rule.js";

testRule("no-insecure-client-default", {
  valid: [
    {
      name: "a connection string that has the host name compared",
      code: `require("mysql2").createConnection('mysql://user@db.example/app?ssl={"rejectUnauthorized":true,"verifyIdentity":true}');`,
    },
    {
      name: "a connection string beside an object that is read in its place",
      code: `require("mysql2").createConnection({ uri: 'mysql://user@db.example/app?ssl={"rejectUnauthorized":true}', ssl: { verifyIdentity: true } });`,
    },
    {
      name: "knex, a function that returns a string for another database",
      code: `require("knex")({ client: "pg", connection: () => 'postgres://db.example/app?ssl={"rejectUnauthorized":true}' });`,
    },
  ],
  invalid: [
    {
      name: "mysql2, a connection string",
      code: `require("mysql2").createConnection('mysql://user@db.example/app?ssl={"rejectUnauthorized":true}');`,
    },
    {
      name: "mysql, a connection string",
      code: `require("mysql").createPool('mysql://user@db.example/app?ssl={"rejectUnauthorized":true}');`,
    },
    {
      name: "knex, a function that returns a string for mysql2",
      code: `require("knex")({ client: "mysql2", connection: async () => 'mysql://user@db.example/app?ssl={"rejectUnauthorized":true}' });`,
    },
    {
      name: "knex, a function that returns a string for mysql",
      code: `const knex = require("knex");\nfunction connection() {\n  return 'mysql://user@db.example/app?ssl={"rejectUnauthorized":true}';\n}\nknex({ client: "mysql", connection });`,
    },
  ],
});
