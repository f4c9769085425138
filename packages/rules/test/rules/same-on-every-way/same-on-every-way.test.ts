import { testRule } from "../../../../../test/harness/test-rule.js";

const pool = `const { Pool } = require("pg");`;

testRule("no-disabled-certificate-verification", {
  valid: [
    {
      name: "two objects, each of them sound",
      code: `${pool} new Pool({ ssl: dev ? { rejectUnauthorized: true, ca } : { rejectUnauthorized: true } });`,
    },
  ],
  invalid: [
    {
      name: "two objects, each of them weak",
      code: `${pool}
new Pool({
  ssl: process.env.NODE_ENV === "production"
    ? { rejectUnauthorized: false, ca }
    : { rejectUnauthorized: false },
});`,
    },
    {
      name: "three values, all the same",
      code: `${pool}
new Pool({ ssl: { rejectUnauthorized: dev ? false : insecure ? false : false } });`,
    },
    {
      name: "a choice whose other side verifies",
      code: `${pool}
new Pool({ ssl: process.env.NODE_ENV === "production" ? { ca } : { rejectUnauthorized: false } });`,
    },
    {
      name: "two ways of three",
      code: `${pool}
const ssl = {};
if (insecure) ssl.rejectUnauthorized = false;
else if (legacy) ssl.rejectUnauthorized = false;
new Pool({ ssl });`,
    },
    {
      name: "the same on every way behind a choice",
      code: `${pool}
if (insecure) new Pool({ ssl: staging ? { rejectUnauthorized: false, ca } : { rejectUnauthorized: false } });
else new Pool({ ssl: { ca } });`,
    },
  ],
});

testRule("no-deprecated-protocol-version", {
  valid: [{ name: "two sound minima", code: `require("tls").connect({ minVersion: dev ? "TLSv1.2" : "TLSv1.2" });` }],
  invalid: [
    {
      name: "the same minimum in both branches",
      code: `require("tls").connect(legacy ? { host, minVersion: "TLSv1.1", ca } : { host, minVersion: "TLSv1.1" });`,
    },
    {
      name: "two minima",
      code: `require("tls").connect(legacy ? { host, minVersion: "TLSv1" } : { host, minVersion: "TLSv1.1" });`,
    },
  ],
});
