import { testRule } from "../../../../../test/harness/test-rule.js";

/** What a client has no place for is not what it looks like anywhere else. */
const unread = [
  {
    name: "undici, a proxy's agent, whose two connections have words of their own",
    code: `import { ProxyAgent } from "undici";\nnew ProxyAgent({ uri: "https://proxy.example", connect: { rejectUnauthorized: false } });`,
  },
  {
    name: "http-proxy-middleware, the target",
    code: `const { createProxyMiddleware } = require("http-proxy-middleware");\ncreateProxyMiddleware({ target: { protocol: "https:", host: "a.example", rejectUnauthorized: false } });`,
  },
  {
    name: "minio, the client",
    code: `import { Client } from "minio";\nnew Client({ endPoint: "a.example", useSSL: true, rejectUnauthorized: false });`,
  },
  {
    name: "amqplib, behind a name of its own",
    code: `require("amqplib").connect("amqps://mq.example", { tls: { rejectUnauthorized: false } });`,
  },
  {
    name: "amqplib, in the address",
    code: `require("amqplib").connect({ protocol: "amqps", hostname: "mq.example", rejectUnauthorized: false });`,
  },
  {
    name: "opensearch, under Elasticsearch's name",
    code: `const { Client } = require("@opensearch-project/opensearch");\nnew Client({ node: "https://a.example", tls: { rejectUnauthorized: false } });`,
  },
  {
    name: "http2-wrapper, an agent",
    code: `const http2 = require("http2-wrapper");\nhttp2.get(url, { agent: new http2.Agent({ rejectUnauthorized: false }) });`,
  },
  {
    name: "soap, what goes beside a password",
    code: `const { BasicAuthSecurity } = require("soap");\nnew BasicAuthSecurity(user, password, { rejectUnauthorized: false });`,
  },
  {
    name: "soap, a word of request's",
    code: `const { BearerSecurity } = require("soap");\nnew BearerSecurity(token, { strictSSL: false });`,
  },
  {
    name: "axios over HTTP/2, an agent",
    code: `import axios from "axios";\nimport https from "node:https";\nawait axios.get("https://a.example", { httpVersion: 2, httpsAgent: new https.Agent({ rejectUnauthorized: false }) });`,
  },
  {
    name: "axios over HTTP/1, what is for HTTP/2",
    code: `import axios from "axios";\nawait axios.get("https://a.example", { http2Options: { rejectUnauthorized: false } });`,
  },
  {
    name: "ky, an agent, which fetch has none of",
    code: `import ky from "ky";\nawait ky("https://a.example", { agent: { rejectUnauthorized: false } });`,
  },
  {
    name: "tedious, beside an encryption that is strict",
    code: `const { Connection } = require("tedious");\nnew Connection({ server, options: { encrypt: "strict", rejectUnauthorized: false } });`,
  },
];

testRule("no-disabled-certificate-verification", {
  valid: unread,
  invalid: [
    {
      name: "undici, a proxy's agent, on the way to the target",
      code: `import { ProxyAgent } from "undici";\nnew ProxyAgent({ uri: "https://proxy.example", requestTls: { rejectUnauthorized: false } });`,
    },
    {
      name: "opensearch, a node of several",
      code: `const { Client } = require("@opensearch-project/opensearch");\nnew Client({ nodes: [{ url, ssl: { rejectUnauthorized: false } }] });`,
    },
    {
      name: "axios over HTTP/2, its own options",
      code: `import axios from "axios";\nawait axios.get("https://a.example", { httpVersion: 2, http2Options: { rejectUnauthorized: false } });`,
    },
    {
      name: "axios over a version that is not known, its own options",
      code: `import axios from "axios";\nawait axios.get("https://a.example", { httpVersion: version, http2Options: { rejectUnauthorized: false } });`,
    },
    {
      name: "http2-wrapper, an agent for servers without HTTP/2, which all requests but the first ask",
      code: `const http2 = require("http2-wrapper");\nconst https = require("node:https");\nhttp2.auto("https://a.example", { agent: { https: new https.Agent({ rejectUnauthorized: false }) } });`,
    },
    {
      name: "axios over HTTP/1, an agent",
      code: `import axios from "axios";\nimport https from "node:https";\nawait axios.get("https://a.example", { httpVersion: 1, httpsAgent: new https.Agent({ rejectUnauthorized: false }) });`,
    },
  ],
});

testRule("no-ineffective-tls-options", {
  valid: [
    {
      name: "undici, a proxy's agent, on the way to the proxy",
      code: `import { ProxyAgent } from "undici";\nnew ProxyAgent({ uri: "https://proxy.example", proxyTls: { ca } });`,
    },
  ],
  invalid: unread,
});
