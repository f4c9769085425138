import { testRule } from "../../../../test/harness/test-rule.js";

testRule("no-legacy-secure-protocol", {
  valid: [
    {
      name: "a method that mysql2 drops",
      code: `require('mysql2').createPool({ host, ssl: { verifyIdentity: true, secureProtocol: 'TLSv1_method' } });`,
    },
    {
      name: "a method that got drops",
      code: `import got from 'got';
got(url, { https: { secureProtocol: 'TLSv1_method' } });`,
    },
    {
      name: "a method at the top of undici's options",
      code: `new (require('undici').Agent)({ secureProtocol: 'TLSv1_method' });`,
    },
  ],
  invalid: [
    {
      name: "needle, which has no other word for it",
      code: `require('needle').get(url, { secureProtocol: 'TLSv1_method' }, done);`,
    },
    {
      name: "MongoDB, which has no other word for it",
      code: `const { MongoClient } = require('mongodb');
new MongoClient(uri, { tls: true, secureProtocol: 'TLSv1_method' });`,
    },
    {
      name: "request, at the top and in the agent's options",
      code: `const request = require('request');
request({ url, secureProtocol: 'TLSv1_method', agentOptions: { secureProtocol: 'TLSv1_method' } }, done);`,
    },
    {
      name: "an object that is handed on as it is",
      code: `import { Kafka } from 'kafkajs';
new Kafka({ brokers, ssl: { secureProtocol: 'TLSv1_method' } });`,
    },
  ],
});
