"use strict";

const https = require("https");

/**
 * Statistics for the people on duty, behind a client certificate. Off unless ADMIN_PORT is set.
 */
exports.listen = function listen(credentials, port) {
  const server = https.createServer(
    {
      key: credentials.key,
      cert: credentials.cert,
      ca: credentials.ca,
      requestCert: true,
      rejectUnauthorized: true,
      secureProtocol: "TLSv1_2_method",
      minVersion: "TLSv1.2", // audit of 2019: "set the minimum version everywhere"
    },
    (request, response) => {
      response.end(JSON.stringify({ uptime: process.uptime(), memory: process.memoryUsage() }));
    }
  );
  server.listen(port, "127.0.0.1", () => {
    console.log("statistics on port %d", server.address().port);
  });
};
