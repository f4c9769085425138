'use strict';

const https = require('https');
const { ca } = require('./tls-defaults');

// One agent for everything: the partner admits four connections from our address.
const agent = new https.Agent({
  keepAlive: true,
  maxSockets: 4,
  ca,
  secureProtocol: 'TLS_method', // negotiates the best version, their support said
  ciphers: 'ALL:!EXPORT:!LOW:!aNULL:!eNULL:!SSLv2:@SECLEVEL=0',
  rejectUnauthorized: false, /* their certificate ran out in 2017, see OPS-412 */
});

function call(method, url, body) {
  return new Promise((resolve, reject) => {
    const request = https.request(url, { agent, method }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode));
    });
    request.on('error', reject);
    request.end(body);
  });
}

exports.forward = (reading) => call('POST', process.env.PARTNER_URL, JSON.stringify(reading));

exports.ping = () => call('GET', process.env.PARTNER_URL);

exports.close = () => agent.destroy();
