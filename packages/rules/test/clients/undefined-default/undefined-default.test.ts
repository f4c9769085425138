import { testRule } from "../../../../../test/harness/test-rule.js";

const cassandra = (options: string) =>
  `const { Client } = require("cassandra-driver");\nnew Client({ contactPoints, sslOptions: { ${options} } });`;

testRule("no-insecure-client-default", {
  valid: [{ name: "a driver that is told to verify", code: cassandra("ca, rejectUnauthorized: true") }],
  invalid: [
    {
      name: "undefined, for which the driver's own default stands",
      code: cassandra("ca, rejectUnauthorized: undefined"),
    },
  ],
});
