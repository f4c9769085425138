import { testRule } from "../../../../../test/harness/test-rule.js";

const tls = `const tls = require("tls");`;

testRule("no-deprecated-protocol-version", {
  valid: [{ name: "a sound minimum", code: `${tls}\ntls.connect({ host, minVersion: "TLSv1.2" }); // 古いサーバー` }],
  invalid: [
    {
      name: "a reason behind the option, in Japanese",
      code: `${tls}
tls.connect({
  host,
  minVersion: "TLSv1", // 古いサーバーとの互換性を確保
});`,
    },
    {
      name: "a reason above the option, in Russian",
      code: `${tls}
tls.connect({
  host,
  // нужно для старого сервера
  minVersion: "TLSv1",
});`,
    },
    {
      name: "a reason above the statement, in Korean",
      code: `${tls}
// 구형 장비용
tls.DEFAULT_MIN_VERSION = "TLSv1";`,
    },
    {
      name: "a label in Latin letters",
      code: `${tls}
tls.connect({
  host,
  minVersion: "TLSv1", // minimum version
});`,
    },
  ],
});

testRule("no-weak-cipher-suite", {
  valid: [{ name: "a sound list", code: `${tls} tls.connect({ host, ciphers: "ECDHE-RSA-AES128-GCM-SHA256" });` }],
  invalid: [
    {
      name: "a kind that no release has any more goes with what is weak",
      code: `${tls} tls.createServer({ key, cert, ciphers: "ECDHE-RSA-AES128-GCM-SHA256:RC4:HIGH:!MD5:!aNULL" });`,
    },
    {
      name: "several kinds that no release has any more",
      code: `${tls} tls.createServer({ key, cert, ciphers: "ECDHE-RSA-AES128-GCM-SHA256:AES128-SHA:DES:EXPORT" });`,
    },
  ],
});
