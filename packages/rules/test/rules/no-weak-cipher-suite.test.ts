import { testRule } from "../../../../test/harness/test-rule.js";

testRule("no-weak-cipher-suite", {
  valid: [
    {
      name: "forward secrecy and AEAD only",
      code: `require('tls').connect({ ciphers: 'ECDHE-RSA-AES128-GCM-SHA256:ECDHE-RSA-AES256-GCM-SHA384' });`,
    },
    { name: "the same by keywords", code: `require('tls').connect({ ciphers: 'ECDHE+AESGCM:ECDHE+CHACHA20' });` },
    {
      name: "an exclusion beside strong suites",
      code: `require('tls').connect({ ciphers: 'ECDHE+AESGCM:!RC4:!aNULL' });`,
    },
    { name: "TLS 1.3 suites", code: `require('tls').connect({ ciphers: 'TLS_AES_256_GCM_SHA384' });` },
    {
      name: "Node's own list",
      code: `const tls = require('tls');
tls.connect({ ciphers: tls.DEFAULT_CIPHERS });`,
    },
    {
      name: "finite fields on a server without parameters, which never come to pass",
      code: `require('https').createServer({ ciphers: 'ECDHE-RSA-AES128-GCM-SHA256:DHE-RSA-AES128-GCM-SHA256' });`,
    },
    { name: "a list of another trade", code: `renderTable({ ciphers: ['RC4', 'DES'] });` },
  ],
  invalid: [
    {
      name: "Node's own list and more",
      code: `const tls = require('tls');
tls.connect({ ciphers: tls.DEFAULT_CIPHERS + ':ECDHE-RSA-AES128-SHA' });`,
    },
    {
      name: "a static RSA suite among strong ones",
      code: `require('tls').connect({ ciphers: 'ECDHE-RSA-AES128-GCM-SHA256:AES128-SHA:ECDHE-RSA-AES256-GCM-SHA384' });`,
    },
    {
      name: "HIGH, which includes static RSA and anonymous suites",
      code: `require('https').createServer({ ciphers: 'ECDHE-RSA-AES128-GCM-SHA256:HIGH:!aNULL:!MD5' });`,
    },
    {
      name: "CBC alone",
      code: `require('https').createServer({ ciphers: 'ECDHE-RSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-SHA' });`,
    },
    {
      name: "finite fields on a server with the parameters of a file",
      code: `require('https').createServer({ ciphers: 'ECDHE-RSA-AES128-GCM-SHA256:DHE-RSA-AES128-GCM-SHA256', dhparam: fs.readFileSync('dh.pem') });`,
    },
    {
      name: "no encryption, at a level that allows it",
      code: `require('tls').connect({ ciphers: 'NULL:@SECLEVEL=0' });`,
    },
    {
      name: "an array joined",
      code: `require('tls').connect({
  ciphers: [
    'ECDHE-RSA-AES128-GCM-SHA256',
    'AES256-SHA',
  ].join(':'),
});`,
    },
    { name: "the default of the process", code: `require('tls').DEFAULT_CIPHERS = 'HIGH:!aNULL';` },
    {
      name: "a concatenation",
      code: `require('tls').connect({ ciphers: 'ECDHE-RSA-AES128-GCM-SHA256:' + 'AES128-SHA' });`,
    },
    {
      name: "a modern profile, which needs no TLS 1.2 suite",
      code: `require('tls').connect({ ciphers: 'ECDHE-RSA-AES128-SHA' });`,
      settings: { profile: "modern" },
    },
    { name: "a value that the code does not tell", code: `require('tls').connect({ ciphers: config.ciphers });` },
  ],
});
