import { testRule } from "../../../../test/harness/test-rule.js";

testRule("no-disabled-certificate-verification", {
  valid: [
    {
      name: "a cookie without the Secure attribute",
      code: `const session = require('express-session');
require('http-proxy').createProxyServer({ target });
app.use(session({ cookie: { secure: false } }));`,
    },
    {
      name: "a mail transport with STARTTLS",
      code: `require('nodemailer').createTransport({ host, port: 587, secure: false, requireTLS: true });`,
    },
    {
      name: "an FTP client, whose options are an object",
      code: `const { Client } = require('basic-ftp');
new Client().access({ host, secure: true, secureOptions: { ca } });`,
    },
    {
      name: "Electron's own spelling of versions",
      code: `const { session } = require('electron');
session.defaultSession.setSSLConfig({ minVersion: 'tls1.2' });`,
    },
    {
      name: "a pinned key",
      code: `const { app } = require('electron');
app.commandLine.appendSwitch('ignore-certificate-errors-spki-list', pins);`,
    },
    {
      name: "a connection string in clear text",
      code: `new (require('pg').Client)('postgres://db.example/app?sslmode=disable');`,
    },
    {
      name: "the string that verifies",
      code: `new (require('pg').Pool)({ connectionString: 'postgres://db.example/app?sslmode=verify-full' });`,
    },
    {
      name: "node-postgres with sslmode=verify-full, which verifies",
      code: `new (require('pg').Client)('postgres://db.example/app?sslmode=verify-full');`,
    },
    {
      name: "an object that the connection string replaces",
      code: `const { Pool } = require('pg');
new Pool({ connectionString: 'postgres://db.example/app?sslmode=verify-full', ssl: { rejectUnauthorized: false } });`,
    },
    {
      name: "a string that the options replace",
      code: `require('postgres')('postgres://db.example/app?sslmode=require', { ssl: 'verify-full' });`,
    },
    {
      name: "an option that axios drops",
      code: `require('axios').create().post(url, data, { rejectUnauthorized: false });`,
    },
    {
      name: "an option that dockerode drops",
      code: `new (require('dockerode'))({ host, ca, rejectUnauthorized: false });`,
    },
    {
      name: "an option that the AWS SDK overrides",
      code: `const AWS = require('aws-sdk');
AWS.config.update({ httpOptions: { rejectUnauthorized: false } });`,
    },
    {
      name: "knex at a place where no driver reads it",
      code: `require('knex')({ client: 'mssql', connection: { server, trustServerCertificate: true } });`,
    },
    {
      name: "a handler of bad certificates that compares fingerprints",
      code: `const { app } = require('electron');
app.on('certificate-error', (event, contents, url, error, certificate, callback) => {
  if (certificate.fingerprint === PIN) {
    event.preventDefault();
    callback(true);
  } else {
    callback(false);
  }
});`,
    },
    {
      name: "a handler of bad certificates that asks the user",
      code: `const { app, dialog } = require('electron');
app.on('certificate-error', (event, contents, url, error, certificate, callback) => {
  event.preventDefault();
  dialog.showMessageBox(question).then(({ response }) => callback(response === 1));
});`,
    },
    {
      name: "a verification that is put back",
      code: `const { session } = require('electron');
session.defaultSession.setCertificateVerifyProc((request, callback) => callback(-3));`,
    },
    {
      name: "a browser that pins a key",
      code: `require('puppeteer').launch({ args: ['--ignore-certificate-errors-spki-list=' + pin, '--headless'] });`,
    },
    {
      name: "a method of something else",
      code: `const request = require('superagent');
client.disableTLSCerts();
request.get(url);`,
    },
    {
      name: "a parameter of a URL that is no connection string",
      code: `fetch('https://docs.example/guide?sslmode=no-verify');`,
    },
    { name: "a string in an assertion", code: `expect(build()).toBe('postgres://db.example/app?sslmode=no-verify');` },
    {
      name: "trust in another sense",
      code: `require('neo4j-driver').driver(url, login, { trust: 'TRUST_CUSTOM_CA_SIGNED_CERTIFICATES', trustedCertificates });`,
    },
    {
      name: "STARTTLS that verifies",
      code: `const client = require('ldapjs').createClient({ url });
client.starttls({ ca }, null, done);`,
    },
    {
      name: "an option of a browser that is not set",
      code: `const { chromium } = require('playwright');
chromium.launch().then((browser) => browser.newContext({ ignoreHTTPSErrors: undefined }));`,
    },
  ],
  invalid: [
    {
      name: "node-postgres, by a word in place of the object",
      code: `new (require('pg').Client)({ host, ssl: 'no-verify' });`,
    },
    {
      name: "postgres.js, whose 'require' verifies nothing",
      code: `import postgres from 'postgres';
const sql = postgres(url, { ssl: "require" });`,
    },
    {
      name: "a word in a constant",
      code: `import postgres from 'postgres';
const ssl = process.env.CI ? false : 'prefer';
postgres({ host, ssl });`,
    },
    {
      name: "a connection string",
      code: `import { Client } from 'pg';
new Client('postgres://user:secret@db.example:5432/app?application_name=api&sslmode=no-verify&connect_timeout=3');`,
    },
    {
      name: "a template with expressions before the parameter",
      code: `import pg from 'pg';
new pg.Pool({ connectionString: \`postgres://\${user}:\${password}@\${host}/app?sslmode=no-verify\` });`,
    },
    {
      name: "a concatenation",
      code: `const { Pool } = require('pg');
new Pool({ connectionString: 'postgres://' + host + '/app' + '?sslmode=no-verify' });`,
    },
    {
      name: "a default behind a setting",
      code: `const { Pool } = require('pg');
const connectionString = process.env.DATABASE_URL || 'postgres://localhost/app?ssl=no-verify';
new Pool({ connectionString });`,
    },
    {
      name: "JSON in a connection string",
      code: `require('mysql').createPool('mysql://db.example/app?ssl={"rejectUnauthorized":false}&charset=utf8');`,
    },
    {
      name: "JSON in a connection string, percent-encoded",
      code: `require('mysql2').createConnection({ uri: 'mysql://db.example/app?ssl=%7B%22rejectUnauthorized%22%3Afalse%7D' });`,
    },
    {
      name: "MongoDB, in string and options",
      code: `import { MongoClient } from 'mongodb';
new MongoClient('mongodb+srv://db.example/?tls=true&tlsAllowInvalidCertificates=true', { tlsInsecure: true });`,
    },
    {
      name: "SQL Server, in a string of any case",
      code: `require('mssql').connect('Server=db.example,1433;Database=app;Encrypt=true;trustservercertificate=True');`,
    },
    {
      name: "SQL Server, with blanks around it",
      code: `require('mssql').connect('Data Source=db.example; TrustServerCertificate = true ;Encrypt=true');`,
    },
    {
      name: "nodemailer",
      code: `require('nodemailer').createTransport('smtps://user:secret@mail.example/?pool=true&tls.rejectUnauthorized=false');`,
    },
    {
      name: "a scheme",
      code: `import neo4j from 'neo4j-driver';
neo4j.driver('neo4j+ssc://db.example', neo4j.auth.basic(user, password));`,
    },
    {
      name: "Prisma",
      code: `const { PrismaClient } = require('@prisma/client');
new PrismaClient({ datasources: { db: { url: 'mysql://db.example/app?sslaccept=accept_invalid_certs' } } });`,
    },
    {
      name: "a connection string whose call is out of sight",
      code: `export const settings = { databaseUrl: 'postgres://db.example/app?sslmode=no-verify' };`,
    },
    {
      name: "a connection string of SQL Server out of sight",
      code: "module.exports = { url: `Server=${host};Database=app;TrustServerCertificate=true;` };",
    },
    {
      name: "a connection string of MongoDB out of sight, in a constant",
      code: `const MONGO_URL = "mongodb://db.example/?tls=true&tlsInsecure=true";
boot(MONGO_URL);`,
    },
    {
      name: "a client's word in an object out of sight",
      code: `connectTo({ server, encrypt: true, trustServerCertificate: true });`,
    },
    {
      name: "a client's word assigned to a parameter",
      code: `function relax(options) {
  options.strictSSL = false;
}`,
    },
    {
      name: "a proxy",
      code: `import { createProxyMiddleware } from 'http-proxy-middleware';
app.use('/api', createProxyMiddleware({ target, changeOrigin: true, secure: false }));`,
    },
    {
      name: "a proxy's request",
      code: `const proxy = require('http-proxy').createProxyServer({});
proxy.web(req, res, { target, secure: false });`,
    },
    {
      name: "every proxy of a development server",
      code: `import { defineConfig } from 'vite';
export default defineConfig({ server: { proxy: { '/a': { target, secure: true }, '/b': { target, secure: false } } } });`,
    },
    {
      name: "a configuration that a function returns",
      code: `import { defineConfig } from 'vite';
export default defineConfig(({ mode }) => {
  return { server: { proxy: { '/api': { target, secure: false } } } };
});`,
    },
    {
      name: "an element of a list",
      code: `const { InfluxDB } = require('influx');
new InfluxDB({ hosts: [{ host: 'a' }, { host: 'b', protocol: 'https', options: { rejectUnauthorized: false } }] });`,
    },
    {
      name: "a builder's method",
      code: `const request = require('superagent');
request
  .get(url)
  .set('Accept', 'application/json')
  .disableTLSCerts()
  .then(done);`,
    },
    {
      name: "a builder's method on a variable",
      code: `import superagent from 'superagent';
const call = superagent.post(url);
call.disableTLSCerts();
call.end(done);`,
    },
    {
      name: "a switch of the whole browser",
      code: `const { app } = require('electron');
app.commandLine.appendSwitch('ignore-certificate-errors');
app.whenReady().then(open);`,
    },
    {
      name: "a handler that accepts every bad certificate",
      code: `const { app } = require('electron');
app.on('certificate-error', (event, contents, url, error, certificate, callback) => {
  event.preventDefault();
  callback(true);
});`,
    },
    {
      name: "a verification that accepts everything",
      code: `import { session } from 'electron';
session.defaultSession.setCertificateVerifyProc((request, callback) => {
  callback(0);
});`,
    },
    {
      name: "a browser's command line",
      code: `import puppeteer from 'puppeteer';
const browser = await puppeteer.launch({ args: ['--no-sandbox', '--ignore-certificate-errors'] });`,
    },
    {
      name: "a browser's command line out of sight",
      code: `export const flags = ['--headless', '--ignore-certificate-errors'];`,
    },
    {
      name: "an upgrade of a connection",
      code: `const ldap = require('ldapjs');
const client = ldap.createClient({ url });
client.starttls({ rejectUnauthorized: false }, null, done);`,
    },
    {
      name: "an instance with defaults",
      code: `const request = require('request').defaults({ strictSSL: false });
request.get(url, done);`,
    },
    {
      name: "an instance of an instance",
      code: `import got from 'got';
const api = got.extend({ prefixUrl }).extend({ retry: { limit: 2 } });
await api.post('users', { https: { rejectUnauthorized: false } });`,
    },
    {
      name: "the third argument of a builder of credentials",
      code: `import { credentials } from '@grpc/grpc-js';
credentials.createSsl(roots, null, null, { rejectUnauthorized: false });`,
    },
    {
      name: "the agent of all requests",
      code: `const axios = require('axios');
axios.defaults.httpsAgent.options.rejectUnauthorized = false;`,
    },
    {
      name: "the dispatcher of the process",
      code: `import { Agent, setGlobalDispatcher } from 'undici';
setGlobalDispatcher(new Agent({ connect: { rejectUnauthorized: false } }));`,
    },
    {
      name: "a test's browser, whose page comes from a fixture",
      filename: "e2e/login.spec.ts",
      code: `import { test } from '@playwright/test';
test('login', async ({ browser }) => {
  await browser.newContext({ ignoreHTTPSErrors: true });
});`,
    },
    {
      name: "a setting that the code does not tell",
      code: `require('tedious').connect;
new (require('tedious').Connection)({ server, options: { trustServerCertificate: settings.trust } });`,
    },
    {
      name: "a string behind the user's choice",
      code: `const { Client } = require('pg');
const url = argv.insecure ? 'postgres://db.example/app?sslmode=no-verify' : 'postgres://db.example/app';
new Client(url);`,
    },
  ],
});
