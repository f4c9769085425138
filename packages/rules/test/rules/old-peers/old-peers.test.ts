import { testRule } from "../../../../../test/harness/test-rule.js";

const tls = `const tls = require("tls");`;

testRule("no-deprecated-protocol-version", {
  valid: [{ name: "a lower level alone", code: `${tls} tls.connect({ host, ciphers: "DEFAULT@SECLEVEL=1" });` }],
  invalid: [
    {
      name: "an old minimum and the level that it needs",
      code: `${tls} tls.connect({ host, minVersion: "TLSv1", ciphers: "DEFAULT@SECLEVEL=0" });`,
    },
    {
      name: "nothing but an old version",
      code: `${tls} tls.connect({ host, minVersion: "TLSv1", maxVersion: "TLSv1", ciphers: "DEFAULT@SECLEVEL=0" });`,
    },
    {
      name: "both in an agent",
      code: `const https = require("https");
const agent = new https.Agent({ minVersion: "TLSv1.1", ciphers: "DEFAULT@SECLEVEL=1" });
https.get({ host, agent });`,
    },
    {
      name: "both assigned",
      code: `${tls}
const options = { host };
options.minVersion = "TLSv1";
options.ciphers = "DEFAULT@SECLEVEL=0";
tls.connect(options);`,
    },
    { name: "an old minimum alone", code: `${tls} tls.connect({ host, minVersion: "TLSv1" });` },
    {
      name: "an old minimum at the level of most",
      code: `${tls} tls.connect({ host, minVersion: "TLSv1", ciphers: "DEFAULT@SECLEVEL=2" });`,
    },
    {
      name: "a server, which speaks better with all others",
      code: `${tls} tls.createServer({ key, cert, minVersion: "TLSv1", ciphers: "DEFAULT@SECLEVEL=0" });`,
    },
  ],
});

testRule("no-low-security-level", {
  valid: [{ name: "no level", code: `${tls} tls.connect({ host, minVersion: "TLSv1" });` }],
  invalid: [
    {
      name: "the level that an old minimum needs",
      code: `${tls} tls.connect({ host, minVersion: "TLSv1", ciphers: "DEFAULT@SECLEVEL=0" });`,
    },
    {
      name: "the level that an old method needs",
      code: `${tls} tls.connect({ host, secureProtocol: "TLSv1_method", ciphers: "DEFAULT@SECLEVEL=0" });`,
    },
    { name: "a lower level alone", code: `${tls} tls.connect({ host, ciphers: "DEFAULT@SECLEVEL=0" });` },
    {
      name: "a lower level with nothing beside it, for a call out of sight",
      code: `open({ options: { cryptoCredentialsDetails: { ciphers: "DEFAULT@SECLEVEL=0" } } });`,
    },
    {
      name: "a lower level beside a certificate, for a call out of sight",
      code: `open({ tls: { key, cert, minVersion: "TLSv1.2", ciphers: "DEFAULT@SECLEVEL=0" } });`,
    },
    {
      name: "a lower level with nothing beside it, for a client out of sight",
      code: `module.exports = { options: { cryptoCredentialsDetails: { ciphers: "DEFAULT@SECLEVEL=0" } } };`,
    },
  ],
});

testRule("no-legacy-secure-protocol", {
  valid: [{ name: "no method", code: `${tls} tls.connect({ host, minVersion: "TLSv1.2" });` }],
  invalid: [
    {
      name: "an old method and the level that it needs",
      code: `${tls} tls.connect({ host, secureProtocol: "TLSv1_method", ciphers: "DEFAULT@SECLEVEL=0" });`,
    },
    { name: "an old method alone", code: `${tls} tls.connect({ host, secureProtocol: "TLSv1_method" });` },
    {
      name: "a method of servers, for a call out of sight",
      code: `listen({ key, cert, secureProtocol: "TLSv1_2_server_method" });`,
    },
  ],
});
