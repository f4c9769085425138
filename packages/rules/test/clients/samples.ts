/** The same use of a client twice, weak and sound. `$` stands for `member` of the client's module; `""` is the module itself. */
export interface Sample {
  readonly member: string;
  readonly insecure: string;
  readonly secure: string;
}

const unverified = "rejectUnauthorized: false";
const verified = "ca, rejectUnauthorized: true";
const agent = (options: string) => `new (require("https").Agent)({ ${options} })`;

function pair(member: string, code: (options: string) => string, insecure = unverified, secure = verified): Sample {
  return { member, insecure: code(insecure), secure: code(secure) };
}

const oldServer = ["key, cert, minVersion: 'TLSv1'", "key, cert, minVersion: 'TLSv1.2'"] as const;

/** By the name of the client. */
export const samples: Readonly<Record<string, Sample>> = {
  "@azure/core-rest-pipeline": pair("createPipelineFromOptions", (tls) => `$({ tlsOptions: { ${tls} } })`),
  "@clickhouse/client": pair("createClient", (options) => `$({ url, http_agent: ${agent(options)} })`),
  "@confluentinc/kafka-javascript": {
    member: "KafkaJS",
    insecure: `new $.Kafka({ kafkaJS: { ssl: true }, "enable.ssl.certificate.verification": false })`,
    secure: `new $.Kafka({ kafkaJS: { ssl: true } })`,
  },
  "@elastic/elasticsearch": pair("Client", (tls) => `new $({ node, tls: { ${tls} } })`),
  "@grpc/grpc-js": pair("credentials", (verify) => `$.createSsl(roots, null, null, { ${verify} })`, unverified, ""),
  "@hapi/hapi": pair("server", (tls) => `$({ port, tls: { ${tls} } })`, ...oldServer),
  "@influxdata/influxdb-client": pair(
    "InfluxDB",
    (options) => `new $({ url, token, transportOptions: { ${options} } })`,
  ),
  "@kubernetes/client-node": pair(
    "KubeConfig",
    (options) => `new $().loadFromOptions({ users, clusters: [{ name, server, ${options} }] })`,
    "skipTLSVerify: true",
    "skipTLSVerify: false",
  ),
  "@opensearch-project/opensearch": pair("Client", (tls) => `new $({ node, ssl: { ${tls} } })`),
  "@smithy/node-http-handler": pair("NodeHttpHandler", (options) => `new $({ httpsAgent: { ${options} } })`),
  "@actions/http-client": pair(
    "HttpClient",
    (options) => `new $("agent", [], { ${options} })`,
    "ignoreSslError: true",
    "ignoreSslError: false",
  ),
  "@azure/cosmos": pair(
    "CosmosClient",
    (policy) => `new $({ endpoint, key, connectionPolicy: { ${policy} } })`,
    "DisableSSLVerification: true",
    "DisableSSLVerification: false",
  ),
  "@prisma/adapter-mariadb": pair("PrismaMariaDb", (ssl) => `new $({ host, ssl: { ${ssl} } })`),
  "@prisma/adapter-mssql": pair(
    "PrismaMssql",
    (options) => `new $({ server, options: { encrypt: true, ${options} } })`,
    "trustServerCertificate: true",
    "trustServerCertificate: false",
  ),
  "agent-base": pair("Agent", (options) => `new $({ ${options} })`),
  agentkeepalive: pair("HttpsAgent", (options) => `new $({ keepAlive: true, ${options} })`),
  amqplib: pair("connect", (options) => `$("amqps://mq.example", { ${options} })`),
  "aws-sdk": {
    member: "S3",
    insecure: `new $({ httpOptions: { ciphers: "RC4-SHA:AES128-GCM-SHA256", timeout: 1 } })`,
    secure: `new $({ httpOptions: { timeout: 1 } })`,
  },
  axios: pair("", (options) => `$.create({ baseURL, httpsAgent: ${agent(options)} })`),
  "basic-ftp": pair(
    "Client",
    (options) => `new $().access({ host: "files.example", ${options} })`,
    "secure: false",
    "secure: true",
  ),
  bullmq: pair("Worker", (tls) => `new $("queue", work, { connection: { host, tls: { ${tls} } } })`),
  "cassandra-driver": pair("Client", (options) => `new $({ contactPoints, sslOptions: { ${options} } })`),
  couchbase: {
    member: "connect",
    insecure: `$("couchbases://db.example?tls_verify=none", login)`,
    secure: `$("couchbases://db.example", login)`,
  },
  crawlee: pair(
    "CheerioCrawler",
    (options) => `new $({ requestHandler, ${options} })`,
    "ignoreSslErrors: true",
    "ignoreSslErrors: false",
  ),
  db0: pair("", (ssl) => `$({ host, ssl: { ${ssl} } })`),
  "db0/connectors/mysql2": pair("", (ssl) => `$({ host, ssl: { verifyIdentity: true, ${ssl} } })`),
  "drizzle-kit": pair(
    "defineConfig",
    (ssl) => `$({ dialect: "postgresql", dbCredentials: { host, ssl: { ${ssl} } } })`,
  ),
  "drizzle-orm/mysql2": pair("drizzle", (ssl) => `$({ connection: { host, ssl: { verifyIdentity: true, ${ssl} } } })`),
  "drizzle-orm/node-postgres": pair("drizzle", (ssl) => `$({ connection: { host, ssl: { ${ssl} } } })`),
  "drizzle-orm/postgres-js": pair("drizzle", (ssl) => `$({ connection: { host, ssl: { ${ssl} } } })`),
  dockerode: {
    member: "",
    insecure: `new $({ host, ca, cert, key, checkServerIdentity: () => undefined })`,
    secure: `new $({ host, ca, cert, key })`,
  },
  electron: {
    member: "app",
    insecure: `$.commandLine.appendSwitch("ignore-certificate-errors")`,
    secure: `$.commandLine.appendSwitch("ignore-certificate-errors-spki-list", pin)`,
  },
  "engine.io-client": pair("Socket", (options) => `new $("wss://example.com", { ${options} })`),
  fastify: pair("", (tls) => `$({ logger: true, https: { ${tls} } })`, ...oldServer),
  ftp: pair("", (options) => `new $().connect({ host: "files.example", ${options} })`, "secure: false", "secure: true"),
  gaxios: pair("request", (options) => `$({ url, agent: ${agent(options)} })`),
  got: pair(
    "",
    (options) => `$("https://example.com", { https: { ${options} } })`,
    unverified,
    "certificateAuthority: ca",
  ),
  "http-proxy": pair("createProxyServer", (options) => `$({ target, ${options} })`, "secure: false", "secure: true"),
  "http-proxy-middleware": pair(
    "createProxyMiddleware",
    (options) => `$({ target, ${options} })`,
    "secure: false",
    "secure: true",
  ),
  "http2-wrapper": pair("request", (options) => `$("https://example.com", { ${options} })`),
  "https-proxy-agent": pair("HttpsProxyAgent", (options) => `new $("https://proxy.example", { ${options} })`),
  imap: pair("", (options) => `new $({ host, tls: true, tlsOptions: { ${options} } })`),
  imapflow: pair("ImapFlow", (options) => `new $({ host, secure: true, tls: { ${options} } })`),
  influx: pair(
    "InfluxDB",
    (options) => `new $({ database, hosts: [{ host, protocol: "https", options: { ${options} } }] })`,
  ),
  ioredis: pair("", (options) => `new $(6380, "redis.example", { tls: { ${options} } })`),
  "jwks-rsa": pair("", (options) => `$({ jwksUri, ${options} })`, "strictSsl: false", "strictSsl: true"),
  kafkajs: pair("Kafka", (options) => `new $({ brokers, ssl: { ${options} } })`),
  knex: pair("", (options) => `$({ client: "pg", connection: { host, ssl: { ${options} } } })`),
  ky: pair("", (options) => `$.create({ dispatcher: new (require("undici").Agent)({ connect: { ${options} } }) })`),
  ldapjs: pair("createClient", (options) => `$({ url, tlsOptions: { ${options} } })`),
  ldapts: pair("Client", (options) => `new $({ url: "ldaps://ad.example", tlsOptions: { ${options} } })`),
  mariadb: pair("createPool", (options) => `$({ host, ssl: { ${options} } })`),
  minio: pair("Client", (options) => `new $({ endPoint }).setRequestOptions({ ${options} })`),
  mongodb: pair(
    "MongoClient",
    (options) => `new $(uri, { tls: true, ${options} })`,
    "tlsAllowInvalidCertificates: true",
    "tlsCAFile: file",
  ),
  mongoose: pair("connect", (options) => `$(uri, { tls: true, ${options} })`, "tlsInsecure: true", "tlsCAFile: file"),
  mqtt: pair("connect", (options) => `$("mqtts://mq.example", { ${options} })`),
  mssql: pair(
    "connect",
    (options) => `$({ server, options: { encrypt: true, ${options} } })`,
    "trustServerCertificate: true",
    "trustServerCertificate: false",
  ),
  mysql: {
    member: "createConnection",
    insecure: `$({ host, ssl: { rejectUnauthorized: false } })`,
    secure: `$({ host, user })`,
  },
  mysql2: pair("createPool", (options) => `$({ host, ssl: { ${options} } })`, unverified, "ca, verifyIdentity: true"),
  nats: pair("connect", (options) => `$({ servers, tls: { ${options} } })`),
  needle: pair("get", (options) => `$("https://example.com", { ${options} })`),
  "neo4j-driver": pair(
    "driver",
    (options) => `$("bolt://db.example", login, { encrypted: true, ${options} })`,
    `trust: "TRUST_ALL_CERTIFICATES"`,
    `trust: "TRUST_SYSTEM_CA_SIGNED_CERTIFICATES"`,
  ),
  newman: pair("run", (options) => `$({ collection, ${options} }, done)`, "insecure: true", "insecure: false"),
  "node-libcurl": pair(
    "curly",
    (options) => `$.get("https://example.com", { ${options} })`,
    "sslVerifyPeer: false",
    "sslVerifyPeer: true",
  ),
  "node-fetch": pair("", (options) => `$("https://example.com", { agent: ${agent(options)} })`),
  "node-http2": pair("connect", (options) => `$("https://example.com", { ${options} })`),
  "node-https": pair("request", (options) => `$({ host: "example.com", ${options} })`),
  "node-rdkafka": pair(
    "Producer",
    (options) => `new $({ "metadata.broker.list": brokers, ${options} })`,
    `"enable.ssl.certificate.verification": false`,
    `"enable.ssl.certificate.verification": true`,
  ),
  "node-tls": pair("connect", (options) => `$({ host: "example.com", ${options} })`),
  nodemailer: pair("createTransport", (options) => `$({ host, port: 465, secure: true, tls: { ${options} } })`),
  oracledb: pair(
    "getConnection",
    (options) => `$({ user, connectString, ${options} })`,
    "sslServerDNMatch: false",
    "sslServerDNMatch: true",
  ),
  "passport-ldapauth": pair("", (options) => `new $({ server: { url, tlsOptions: { ${options} } } })`),
  pg: pair("Client", (options) => `new $({ host, ssl: { ${options} } })`),
  "pg-promise": pair("", (options) => `$({ capSQL: true })({ host, ssl: { ${options} } })`),
  playwright: {
    member: "chromium",
    insecure: `(await $.launch()).newContext({ ignoreHTTPSErrors: true })`,
    secure: `(await $.launch()).newContext({ ignoreHTTPSErrors: false })`,
  },
  postgres: pair("", (mode) => `$({ host, ssl: ${mode} })`, "'require'", "'verify-full'"),
  prisma: pair("PrismaPg", (options) => `new $({ connectionString, ssl: { ${options} } })`),
  puppeteer: pair(
    "launch",
    (options) => `$({ headless: true, ${options} })`,
    "acceptInsecureCerts: true",
    "acceptInsecureCerts: false",
  ),
  redis: pair("createClient", (options) => `$({ socket: { host, tls: true, ${options} } })`),
  request: pair(
    "",
    (options) => `$({ url: "https://example.com", ${options} }, done)`,
    "strictSSL: false",
    "strictSSL: true",
  ),
  restify: pair("createServer", (options) => `$({ name, httpsServerOptions: { ${options} } })`, ...oldServer),
  sequelize: pair(
    "Sequelize",
    (options) => `new $(name, user, password, { dialect: "postgres", dialectOptions: { ssl: { ${options} } } })`,
  ),
  "simple-oauth2": pair(
    "ClientCredentials",
    (options) => `new $({ client, auth, http: { ${options} } })`,
    unverified,
    "timeout: 1",
  ),
  soap: pair("ClientSSLSecurity", (options) => `new $("key.pem", "cert.pem", { ${options} })`),
  "socket.io-client": pair("io", (options) => `$("https://example.com", { ${options} })`),
  spdy: pair("createServer", (options) => `$({ ${options} }, app)`, ...oldServer),
  superagent: {
    member: "get",
    insecure: `$("https://example.com").set("a", "b").disableTLSCerts().then(done)`,
    secure: `$("https://example.com").set("a", "b").ca(ca).then(done)`,
  },
  tedious: pair(
    "Connection",
    (options) => `new $({ server, options: { encrypt: true, ${options} } })`,
    "trustServerCertificate: true",
    "trustServerCertificate: false",
  ),
  "typed-rest-client": pair(
    "RestClient",
    (options) => `new $("agent", base, [], { ${options} })`,
    "ignoreSslError: true",
    "ignoreSslError: false",
  ),
  typeorm: pair("DataSource", (options) => `new $({ type: "postgres", ssl: { ${options} } })`),
  undici: pair("Agent", (options) => `new $({ connect: { ${options} } })`),
  vite: pair(
    "defineConfig",
    (options) => `$({ server: { proxy: { "/api": { target, ${options} } } } })`,
    "secure: false",
    "secure: true",
  ),
  "webpack-dev-server": pair(
    "",
    (options) => `new $({ proxy: [{ context, target, ${options} }] }, compiler)`,
    "secure: false",
    "secure: true",
  ),
  ws: pair("", (options) => `new $("wss://example.com", { ${options} })`),
};
