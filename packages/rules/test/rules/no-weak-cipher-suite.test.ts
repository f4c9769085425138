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
    {
      name: "an array of strong suites",
      code: `require('tls').connect({ ciphers: ['ECDHE-RSA-AES128-GCM-SHA256', '!aNULL'].join(':') });`,
    },
    {
      name: "Node's own list and more",
      code: `const tls = require('tls');
tls.connect({ ciphers: tls.DEFAULT_CIPHERS + ':ECDHE-RSA-AES128-SHA' });`,
    },
    {
      name: "OpenSSL's default, which is less than Node's",
      code: `require('https').get({ host, ciphers: 'DEFAULT' });`,
    },
    {
      name: "Node's own list minus some",
      code: `const { constants } = require('crypto');
require('https').get({ host, ciphers: constants.defaultCipherList + ':!SHA1' });`,
    },
    {
      name: "OpenSSL's default minus some",
      code: `require('https').createServer({ key, cert, ciphers: 'DEFAULT:!kRSA:!aNULL' });`,
    },
    {
      name: "OpenSSL's default and what it has deleted for good",
      code: `require('https').get({ host, ciphers: 'DEFAULT:CAMELLIA' });`,
    },
    { name: "a list of another trade", code: `renderTable({ ciphers: ['RC4', 'DES'] });` },
  ],
  invalid: [
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
    {
      name: "one bad word among keywords",
      code: `require('https').get({ host, ciphers: 'ECDHE+AESGCM:kRSA:!aNULL' });`,
    },
    {
      name: "suites of which one kind of certificate would be left without any",
      code: `require('https').createServer({ key, cert, ciphers: 'DHE-RSA-AES256-GCM-SHA384:AES256-GCM-SHA384:ECDHE-ECDSA-AES256-GCM-SHA384' });`,
    },
    {
      name: "the same for the other kind, in an array",
      code: `require('https').createServer({
  key,
  cert,
  ciphers: [
    'ECDHE-ECDSA-AES128-SHA', // tablets
    'ECDHE-RSA-AES128-GCM-SHA256', // phones
  ].join(':'),
});`,
    },
    {
      name: "an array in a constant, with comments",
      code: `const suites = [
  "ECDHE-RSA-AES128-GCM-SHA256", // phones
  "ECDHE-ECDSA-AES128-GCM-SHA256", // tablets
  "AES128-SHA", // the till
].join(":");
require("https").createServer({ key, cert, ciphers: suites });`,
    },
    {
      name: "an array whose last elements go, without a comma at the end",
      code: `require('https').createServer({
  ciphers: [
    'ECDHE-RSA-AES128-GCM-SHA256',
    // scanners
    'AES256-SHA',
    'AES128-SHA'
  ].join(':')
});`,
    },
    {
      name: "an array on one line, whose first elements go",
      code: `require('https').createServer({ ciphers: ['AES256-SHA', 'AES128-SHA', 'ECDHE-RSA-AES128-GCM-SHA256', '!aNULL'].join(':') });`,
    },
    {
      name: "several suites in one element",
      code: `require('https').createServer({ ciphers: ['ECDHE-RSA-AES128-GCM-SHA256:AES128-SHA', 'ECDHE-ECDSA-AES128-GCM-SHA256'].join(':') });`,
    },
    {
      name: "a sum over lines, with comments",
      code: `const ciphers =
  'ECDHE-RSA-AES128-GCM-SHA256:' + // phones
  'AES128-SHA:AES256-SHA:' + // the till
  'ECDHE-ECDSA-AES128-GCM-SHA256';
require('https').createServer({ ciphers });`,
    },
    {
      name: "an array of constants",
      code: `const phones = 'ECDHE-RSA-AES128-GCM-SHA256';
const till = 'AES128-SHA';
require('https').createServer({ ciphers: [phones, till].join(':') });`,
    },
    {
      name: "nothing but weak suites",
      code: `require('https').createServer({ key, cert, ciphers: 'AES128-SHA:AES256-SHA' });`,
    },
    {
      name: "a policy that accepts nothing beside its own suites",
      code: `require('https').createServer({ key, cert, ciphers: 'HIGH:!aNULL' });`,
      settings: { policy: { name: "shop", ciphers: "ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES128-GCM-SHA256" } },
    },
  ],
});
