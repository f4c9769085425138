import { testRule } from "../../../../../test/harness/test-rule.js";

testRule("no-ineffective-tls-options", {
  valid: [
    {
      name: "Bun, which verifies",
      code: `await fetch("https://a.example", { tls: { rejectUnauthorized: true, ca } });`,
    },
    {
      name: "a fetch of one's own",
      code: `const fetch = require("./fetch");\nfetch("https://a.example", { tls: { servername } });\nlog("rejectUnauthorized");`,
    },
    {
      name: "Deno, which compares the name",
      code: `await Deno.connectTls({ hostname, port, unsafelyDisableHostnameVerification: false });`,
    },
    {
      name: "a Deno of one's own",
      code: `import * as Deno from "./deno.js";\nDeno.connectTls({ unsafelyDisableHostnameVerification: true });`,
    },
  ],
  invalid: [
    {
      name: "fetch of Bun",
      code: `const answer = await fetch("https://a.example", { tls: { rejectUnauthorized: false } });`,
    },
    {
      name: "fetch of Bun, by a constant",
      code: `const verify = false;\nawait fetch(url, { method: "POST", tls: { rejectUnauthorized: verify } });`,
    },
    { name: "a WebSocket of Bun", code: `new WebSocket("wss://a.example", { tls: { rejectUnauthorized: false } });` },
    {
      name: "a connection of Deno",
      code: `await Deno.connectTls({ hostname, port: 443, unsafelyDisableHostnameVerification: true });`,
    },
    {
      name: "Deno's STARTTLS",
      code: `await Deno.startTls(connection, { hostname, unsafelyDisableHostnameVerification: true });`,
    },
  ],
});
