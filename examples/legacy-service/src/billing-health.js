'use strict'

const https = require('https')
require('./tls-defaults')

// No agent of its own: the billing people only want to see that we can reach them.
exports.ping = () => new Promise((resolve, reject) => {
  const { hostname, port, pathname } = new URL(process.env.BILLING_URL)
  https.get({ hostname, port, path: pathname, secureProtocol: 'SSLv23_method' }, response => {
    response.resume().on('end', resolve)
  }).on('error', reject)
})
