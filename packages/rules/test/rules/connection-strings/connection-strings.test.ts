import { testRule } from "../../../../../test/harness/test-rule.js";

const pool = `const { Pool } = require("pg");`;

testRule("no-disabled-certificate-verification", {
  valid: [
    {
      name: "a mode that verifies",
      code: `${pool} new Pool({ connectionString: url.replace("a", "sslmode=verify-full") });`,
    },
    {
      name: "what is taken out",
      code: `${pool} new Pool({ connectionString: url.replace("sslmode=no-verify", "") });`,
    },
    { name: "a list of modes", code: `export const modes = ["sslmode=no-verify", "sslmode=require"];` },
    { name: "a question", code: `if (url.includes("sslmode=no-verify")) warn();` },
    { name: "a parameter of another URL", code: `url.searchParams.set("mode", "no-verify");` },
    {
      name: "the mode of somebody else's client, whose meaning does not change",
      code: `export const url = "postgres://shop@db.example/shop?sslmode=require";`,
    },
    {
      name: "no-verify, which libpq does not know",
      code: `${pool} new Pool({ connectionString: "postgres://db.example/a?uselibpqcompat=true&sslmode=no-verify" });`,
    },
    {
      name: "another URL's parameters",
      code: `${pool}
const other = new URL(address);
other.searchParams.set("mode", "no-verify");
const url = new URL(process.env.DATABASE_URL);
new Pool({ connectionString: url.href });`,
    },
  ],
  invalid: [
    {
      name: "put in the place of another mode",
      code: `${pool}
new Pool({ connectionString: process.env.DATABASE_URL.replace("sslmode=require", "sslmode=no-verify") });`,
    },
    {
      name: "put behind a string that is not known",
      code: `${pool}
new Pool({ connectionString: process.env.DATABASE_URL + "?sslmode=no-verify" });
new Pool({ connectionString: process.env.DATABASE_URL.concat("&sslmode=no-verify") });
new Pool({ connectionString: \`\${process.env.DATABASE_URL}&sslmode=no-verify\` });`,
    },
    {
      name: "set in a URL",
      code: `${pool}
const url = new URL(process.env.DATABASE_URL);
url.searchParams.set("sslmode", "no-verify");
new Pool({ connectionString: url.toString() });`,
    },
    {
      name: "a helper, whose callers are not known",
      code: `export const relaxed = (url) => url.replace("sslmode=require", "sslmode=no-verify");
export const mongo = (url) => url + "&tlsInsecure=true";
export function set(url) {
  url.searchParams.append("sslmode", "no-verify");
  return url.href;
}`,
    },
    {
      name: "behind somebody's own choice",
      code: `export function set(url, insecure) {
  if (insecure) url.searchParams.set("sslmode", "no-verify");
}`,
    },
    {
      name: "what libpq makes of a mode",
      code: `${pool}
new Pool({ connectionString: "postgres://shop@db.example/shop?uselibpqcompat=true&sslmode=require" });
new Pool({ connectionString: "postgres://shop@db.example/shop?sslmode=prefer&uselibpqcompat=true" });`,
    },
    {
      name: "what will mean less",
      code: `${pool}
new Pool({ connectionString: "postgres://shop@db.example/shop?sslmode=require" });
new Pool("postgres://shop@db.example/shop?sslmode=verify-ca&sslrootcert=ca.pem");`,
    },
  ],
});

testRule("no-disabled-hostname-verification", {
  valid: [
    {
      name: "verify-full with libpq's meaning",
      code: `${pool} new Pool("postgres://db.example/a?sslmode=verify-full&uselibpqcompat=true&sslrootcert=ca.pem");`,
    },
  ],
  invalid: [
    {
      name: "libpq's meaning, with an authority",
      code: `${pool}
new Pool("postgres://db.example/a?sslmode=require&uselibpqcompat=true&sslrootcert=ca.pem");`,
    },
  ],
});
