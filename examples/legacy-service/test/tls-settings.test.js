'use strict';

const assert = require('assert');
const { test } = require('node:test');
const { parse } = require('../src/tls-settings');

test('reads both settings', () => {
  assert.deepStrictEqual(parse('min=TLSv1;verify=no'), { minVersion: 'TLSv1', rejectUnauthorized: false });
});

test('verifies unless told otherwise', () => {
  assert.deepStrictEqual(parse('verify=yes'), { rejectUnauthorized: true });
  assert.deepStrictEqual(parse('ciphers=RC4'), {});
});
