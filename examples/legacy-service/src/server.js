'use strict';

const constants = require('constants');
const fs = require('fs');
const https = require('https');
const path = require('path');
const tlsDefaults = require('./tls-defaults');
const { openStore } = require('../dist/readings-store');
const partner = require('./partner-client');

const certs = path.join(__dirname, '..', 'certs');

// https://wiki.mozilla.org/Security/Server_Side_TLS, "old", plus RC4 for the gateways sold before 2014.
const CIPHERS = [
  'ECDHE-RSA-AES128-GCM-SHA256',
  'ECDHE-ECDSA-AES128-GCM-SHA256',
  'DHE-RSA-AES128-GCM-SHA256',
  'ECDHE-RSA-AES128-SHA',
  'DES-CBC3-SHA',
  'RC4',
  'HIGH',
  '!MD5',
  '!aNULL',
  '@SECLEVEL=0',
].join(':');

const options = {
  key: fs.readFileSync(process.env.KEY_FILE || path.join(certs, 'test-localhost.key.pem')),
  cert: fs.readFileSync(process.env.CERT_FILE || path.join(certs, 'test-localhost.cert.pem')),
  ca: tlsDefaults.ca,
  minVersion: 'TLSv1', // firmware 2.x of the gateways ends there
  ciphers: CIPHERS,
  honorCipherOrder: true,
  secureOptions: constants.SSL_OP_NO_SSLv2 | constants.SSL_OP_NO_SSLv3, // POODLE
  requestCert: false,
  rejectUnauthorized: false,
};

function answer(response, status, body) {
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(body));
}

async function readBody(request) {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  return JSON.parse(text);
}

async function acceptReading(request, store) {
  const reading = await readBody(request);
  if (store) await store.query('INSERT INTO readings (meter, kwh) VALUES ($1, $2)', [reading.meter, reading.kwh]);
  if (process.env.PARTNER_URL) await partner.forward(reading);
}

async function start() {
  const store = process.env.PGHOST ? await openStore() : undefined;
  const server = https.createServer(options, (request, response) => {
    if (request.url === '/health') return answer(response, 200, { status: 'ok' });
    if (request.method !== 'POST' || request.url !== '/readings') return answer(response, 404, { error: 'not found' });
    acceptReading(request, store).then(
      () => answer(response, 202, { status: 'accepted' }),
      (error) => answer(response, 502, { error: error.message }),
    );
  });
  server.listen(Number(process.env.PORT || 8443), process.env.HOST || '127.0.0.1', () => {
    console.log('readings on port %d', server.address().port);
  });
  if (process.env.ADMIN_PORT) require('./admin-listener').listen(options, Number(process.env.ADMIN_PORT));
}

start();
