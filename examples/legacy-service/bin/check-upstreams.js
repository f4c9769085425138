#!/usr/bin/env node
'use strict';

// Asks every upstream that is configured for a sign of life: `partner ok`, `tariffs ECONNREFUSED`.
require('../src/tls-defaults');

const upstreams = [
  { name: 'partner', setting: 'PARTNER_URL', load: () => require('../src/partner-client') },
  { name: 'head-end', setting: 'HEAD_END_URL', load: () => require('../src/head-end-client') },
  { name: 'billing', setting: 'BILLING_URL', load: () => require('../src/billing-health') },
  { name: 'tariffs', setting: 'TARIFF_URL', load: () => import('../src/tariff-client.mjs') },
  { name: 'weather', setting: 'WEATHER_URL', load: () => import('../src/weather-client.mjs') },
  { name: 'store', setting: 'PGHOST', load: () => require('../dist/readings-store') },
];

async function check({ name, load }) {
  const client = await load();
  const result = await client.ping().then(() => 'ok', (error) => error.code || error.message);
  console.log('%s %s', name, result);
  if (client.close) await client.close();
  return result;
}

Promise.all(upstreams.filter(({ setting }) => process.env[setting]).map(check)).then((results) => {
  process.exitCode = results.every((result) => result === 'ok') ? 0 : 1;
});
