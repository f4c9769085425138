import { testRule } from "../../../../test/harness/test-rule.js";

testRule("no-disabled-hostname-verification", {
  valid: [
    { name: "mysql2 that compares", code: `require('mysql2').createPool({ host, ssl: { verifyIdentity: true } });` },
    {
      name: "a function that mysql2 drops",
      code: `require('mysql2').createPool({ host, ssl: { verifyIdentity: true, checkServerIdentity: () => undefined } });`,
    },
    {
      name: "librdkafka's own default",
      code: `new (require('node-rdkafka').Producer)({ 'ssl.endpoint.identification.algorithm': 'https' });`,
    },
  ],
  invalid: [
    {
      name: "mysql2 told not to compare",
      code: `require('mysql2').createPool({ host, ssl: { ca, verifyIdentity: false } });`,
    },
    {
      name: "MongoDB",
      code: `const { MongoClient } = require('mongodb');
new MongoClient(uri, { tls: true, tlsAllowInvalidHostnames: true });`,
    },
    {
      name: "MongoDB's connection string",
      code: `require('mongoose').connect('mongodb://db.example/app?tls=true&tlsAllowInvalidHostnames=true');`,
    },
    {
      name: "Oracle",
      code: `import oracledb from 'oracledb';
await oracledb.getConnection({ user, connectString, sslServerDNMatch: false });`,
    },
    {
      name: "Oracle's connect string",
      code: `require('oracledb').createPool({ connectString: 'tcps://db.example:2484/app?ssl_server_dn_match=off' });`,
    },
    {
      name: "librdkafka",
      code: `const { Kafka } = require('@confluentinc/kafka-javascript').KafkaJS;
new Kafka({ kafkaJS: { ssl: true }, 'ssl.endpoint.identification.algorithm': 'none' });`,
    },
    {
      name: "a function that is handed on",
      code: `import Redis from 'ioredis';
new Redis({ host, tls: { checkServerIdentity: () => undefined } });`,
    },
    { name: "a client's word out of sight", code: `connect({ uri, tls: true, tlsAllowInvalidHostnames: true });` },
  ],
});
