import { testRule } from "../../../../test/harness/test-rule.js";

testRule("no-low-security-level", {
  valid: [
    { name: "no level", code: `require('tls').connect({ ciphers: 'ECDHE+AESGCM' });` },
    {
      name: "level 2, also where the default is 1",
      code: `require('tls').connect({ ciphers: 'ECDHE+AESGCM:@SECLEVEL=2' });`,
    },
    {
      name: "level 1 where it is the default",
      code: `require('tls').connect({ ciphers: 'ECDHE+AESGCM:@SECLEVEL=1' });`,
      settings: { node: "18 - 22" },
    },
    {
      name: "a low level that a later one raises",
      code: `require('tls').connect({ ciphers: '@SECLEVEL=0:ECDHE+AESGCM:@SECLEVEL=3' });`,
    },
    { name: "nothing but the level, which throws", code: `require('tls').connect({ ciphers: '@SECLEVEL=0' });` },
    { name: "a list that the code does not tell", code: `require('tls').connect({ ciphers: config.ciphers });` },
    { name: "a level in a text of another trade", code: `console.log('set ciphers to DEFAULT@SECLEVEL=0');` },
  ],
  invalid: [
    { name: "level 0", code: `require('tls').connect({ ciphers: 'ECDHE+AESGCM:@SECLEVEL=0' });` },
    {
      name: "level 0 on OpenSSL 1.1.1 only",
      code: `require('tls').connect({ ciphers: 'DEFAULT@SECLEVEL=0' });`,
      settings: { node: "12 - 16" },
    },
    {
      name: "level 1, which is less than the default of some releases",
      code: `import { createServer } from 'https';
createServer({ key, cert, ciphers: "ECDHE+AESGCM:@SECLEVEL=1" });`,
    },
    { name: "level 0 in front", code: `require('tls').connect({ ciphers: '@SECLEVEL=0:ECDHE+AESGCM' });` },
    {
      name: "level 0 twice and in the middle",
      code: `require('tls').connect({ ciphers: 'ECDHE+AESGCM@SECLEVEL=0:!aNULL:@SECLEVEL=0:!MD5' });`,
    },
    {
      name: "behind Node's own list",
      code: `const tls = require('tls');
tls.connect({ ciphers: tls.DEFAULT_CIPHERS + ':@SECLEVEL=0' });`,
    },
    {
      name: "in front of a list, in parentheses",
      code: `const tls = require('tls');
tls.connect({ ciphers: ('@SECLEVEL=0:') + (tls.DEFAULT_CIPHERS) });`,
    },
    {
      name: "in front of a list, with a comment between",
      code: `const tls = require('tls');
tls.connect({ ciphers: '@SECLEVEL=0:' + /* Node's own */ tls.DEFAULT_CIPHERS });`,
    },
    {
      name: "at the end of a template whose list is not known",
      code: "require('tls').connect({ ciphers: `${config.ciphers}:@SECLEVEL=0` });",
    },
    {
      name: "at the end of a sum whose list is not known",
      code: `require('tls').connect({ ciphers: config.ciphers + '@SECLEVEL=0' });`,
    },
    {
      name: "an element of a list",
      code: `require('tls').connect({
  ciphers: [
    'ECDHE-RSA-AES128-GCM-SHA256',
    'ECDHE-RSA-AES256-GCM-SHA384',
    '@SECLEVEL=0', // for the old scanner
  ].join(':'),
});`,
    },
    {
      name: "the first element of a list",
      code: `require('tls').connect({ ciphers: ['@SECLEVEL=1', 'ECDHE-RSA-AES128-GCM-SHA256'].join(':') });`,
    },
    { name: "the default of the process", code: `require('tls').DEFAULT_CIPHERS = 'ECDHE+AESGCM:@SECLEVEL=0';` },
    {
      name: "a constant that serves this option alone",
      code: `const CIPHERS = 'ECDHE+AESGCM:@SECLEVEL=0';
require('tls').connect({ ciphers: CIPHERS });`,
    },
    {
      name: "an imported list, completed",
      code: `import { ciphers } from './ciphers.js';
import tls from 'tls';
tls.connect({ ciphers: [ciphers, '@SECLEVEL=0'].join(':') });`,
    },
    {
      name: "behind the user's own choice",
      code: `require('tls').connect({ ciphers: legacy ? 'ALL:@SECLEVEL=0' : undefined });`,
    },
  ],
});
