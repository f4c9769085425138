import { testRule } from "../../../../test/harness/test-rule.js";

testRule("no-process-wide-verification-opt-out", {
  valid: [
    { name: "the default spelt out", code: `process.env.NODE_TLS_REJECT_UNAUTHORIZED = '1';` },
    { name: "reading the variable", code: `if (process.env.NODE_TLS_REJECT_UNAUTHORIZED === '0') warn();` },
    { name: "deleting the variable", code: `delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;` },
    {
      name: "a local object called process",
      code: `const process = { env: {} };
process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';`,
    },
    { name: "an additional authority", code: `process.env.NODE_EXTRA_CA_CERTS = '/etc/ca.pem';` },
    {
      name: "what is put back, or the default",
      code: `process.env.NODE_TLS_REJECT_UNAUTHORIZED = process.env.NODE_TLS_REJECT_UNAUTHORIZED ?? "1";`,
    },
    {
      name: "what is put back, or nothing",
      code: `const saved = process.env.NODE_TLS_REJECT_UNAUTHORIZED; process.env.NODE_TLS_REJECT_UNAUTHORIZED = saved ?? "";`,
    },
  ],
  invalid: [
    {
      name: "the string",
      code: `process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
main();`,
    },
    { name: "the number, by computed name", code: `process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = 0;` },
    {
      name: "an imported process",
      code: `import process from 'node:process';
process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0";`,
    },
    {
      name: "beside another assignment of the same value",
      code: `process.env.NODE_TLS_REJECT_UNAUTHORIZED = process.env.OTHER = "0";`,
    },
    {
      name: "inside another assignment",
      code: `process.env.OTHER = process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0";`,
    },
    {
      name: "below the reason why",
      code: `start();
// their certificate ran out
process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0";`,
    },
    {
      name: "below a directive, which means nothing without it",
      code: `start();
// eslint-disable-next-line no-process-env
process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0";
stop();`,
    },
    { name: "globalThis", code: `globalThis.process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';` },
    { name: "an assignment if absent", code: `process.env.NODE_TLS_REJECT_UNAUTHORIZED ??= '0';` },
    {
      name: "off by default",
      code: `process.env.NODE_TLS_REJECT_UNAUTHORIZED = process.env.NODE_TLS_REJECT_UNAUTHORIZED || "0";`,
    },
    {
      name: "off by default, where nothing is set",
      code: `process.env["NODE_TLS_REJECT_UNAUTHORIZED"] = process.env.NODE_TLS_REJECT_UNAUTHORIZED ?? 0;`,
    },
    {
      name: "off by default, by what was kept before",
      code: `const saved = process.env.NODE_TLS_REJECT_UNAUTHORIZED;
process.env.NODE_TLS_REJECT_UNAUTHORIZED = saved ?? "0";`,
    },
    { name: "an assignment if empty", code: `process.env.NODE_TLS_REJECT_UNAUTHORIZED ||= '0';` },
    { name: "Object.assign", code: `Object.assign(process.env, { NODE_TLS_REJECT_UNAUTHORIZED: '0', A: 'b' });` },
    { name: "a whole new environment", code: `process.env = { ...process.env, NODE_TLS_REJECT_UNAUTHORIZED: '0' };` },
    {
      name: "the environment of a child process",
      code: `require('child_process').spawn('node', ['x'], { env: { ...process.env, NODE_TLS_REJECT_UNAUTHORIZED: '0' } });`,
    },
    { name: "a word that changes nothing", code: `process.env.NODE_TLS_REJECT_UNAUTHORIZED = 'false';` },
    {
      name: "a development branch",
      code: `if (process.env.NODE_ENV === 'development') {
  process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
}`,
    },
    {
      name: "a value that the code does not tell",
      code: `process.env.NODE_TLS_REJECT_UNAUTHORIZED = settings.verify;`,
    },
  ],
});
