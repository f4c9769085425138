'use strict';

const fs = require('fs');
const https = require('https');
const path = require('path');
const tls = require('tls');

// Node 12 raised the default to TLS 1.2 and half of our upstreams went away over night.
tls.DEFAULT_MIN_VERSION = 'TLSv1';

// OPS-187: the load balancer in Rotterdam has a self-signed certificate.
https.globalAgent.options.rejectUnauthorized = false;

/** Our own CA, which signs the certificates inside the network. */
exports.ca = fs.readFileSync(process.env.CA_FILE || path.join(__dirname, '..', 'certs', 'test-ca.cert.pem'));
