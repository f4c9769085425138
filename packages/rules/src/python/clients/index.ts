import { defineClient, type PyAddress, type PyClient, type PyClientOption } from "./define-client.js";

const requestsVerify: PyClientOption = {
  disables: "certificate",
  keyword: "verify",
  weak: [false, 0, ""],
  strong: "True",
};
const httpxVerify: PyClientOption = { disables: "certificate", keyword: "verify", weak: [false], strong: "True" };
const verbs = ["get", "post", "put", "patch", "delete", "head", "options", "request"];

/** libpq verifies nothing with `require`, and the chain alone where `sslrootcert` is there too. */
const postgresAddresses: PyAddress = {
  words: " ",
  schemes: ["postgres", "postgresql", "postgresql+psycopg2", "postgresql+psycopg"],
  parameters: [
    {
      name: "sslmode",
      disables: "certificate",
      weak: ["require"],
      strong: "verify-full",
      unless: "sslrootcert",
      isOwn: true,
    },
    { name: "sslmode", disables: "host", weak: ["verify-ca"], strong: "verify-full", isOwn: true },
  ],
};

/** What the transports of kombu are told: those of AMQP by ssl's own words, those of Redis by redis-py's. */
const celeryOptions: readonly PyClientOption[] = ["cert_reqs", "ssl_cert_reqs"].map((keyword) => ({
  disables: "certificate",
  keyword,
  weak: ["CERT_NONE", "none", 0, null],
  strong: "ssl.CERT_REQUIRED",
}));

/** Without `ssl_cert_reqs` kombu warns of "insecure SSL behaviour", and takes CERT_NONE. */
const redisOverTls = { scheme: "rediss", without: "ssl_cert_reqs" } as const;

const kafkaCalls = [
  ...["Producer", "Consumer", "SerializingProducer", "DeserializingConsumer", "AvroProducer", "AvroConsumer"],
  "AdminClient",
];
const kafkaConfiguration = { within: "conf", position: 0 } as const;

const pahoHelpers = ["single", "multiple", "simple", "callback"];

/** libpq's own words, which other packages hand to it. */
const libpqOptions: readonly PyClientOption[] = [
  {
    disables: "certificate",
    keyword: "sslmode",
    weak: ["require"],
    strong: '"verify-full"',
    unless: ["sslrootcert"],
  },
  { disables: "host", keyword: "sslmode", weak: ["verify-ca"], strong: '"verify-full"' },
];

const redisCertificates: PyClientOption = {
  disables: "certificate",
  keyword: "ssl_cert_reqs",
  weak: [null, "none", "CERT_NONE", 0],
  strong: '"required"',
};

const directoryCertificates: PyClientOption = {
  disables: "certificate",
  keyword: "OPT_X_TLS_REQUIRE_CERT",
  weak: ["OPT_X_TLS_NEVER", "OPT_X_TLS_ALLOW"],
  strong: "ldap.OPT_X_TLS_DEMAND",
};

const azureCalls = [
  ...["BlobServiceClient", "ContainerClient", "BlobClient", "DataLakeServiceClient", "QueueServiceClient"],
  ...["ShareServiceClient", "TableServiceClient", "SecretClient", "KeyClient", "CertificateClient", "CosmosClient"],
  ...["ServiceBusClient", "DefaultAzureCredential", "ClientSecretCredential", "from_connection_string"],
  ...["ResourceManagementClient", "ComputeManagementClient", "NetworkManagementClient", "StorageManagementClient"],
];

const mongoOptions: readonly PyClientOption[] = [
  { disables: "certificate", keyword: "tlsAllowInvalidCertificates", weak: [true] },
  { disables: "certificate", keyword: "tlsInsecure", weak: [true] },
  { disables: "certificate", keyword: "ssl_cert_reqs", weak: ["CERT_NONE", 0] },
  { disables: "host", keyword: "tlsAllowInvalidHostnames", weak: [true] },
  { disables: "host", keyword: "ssl_match_hostname", weak: [false] },
];

/** Packages whose sessions are sessions of requests, or take its options. */
const sessions: readonly (readonly [name: string, module: string, verified: string])[] = [
  ["cloudscraper", "cloudscraper", "documentation: a session of requests"],
  ["cfscrape", "cfscrape", "documentation: a session of requests"],
  ["google-auth", "google", "documentation: AuthorizedSession is a session of requests"],
  ["requests-html", "requests_html", "documentation: a session of requests"],
  ["requests-cache", "requests_cache", "documentation: a session of requests"],
  ["requests-futures", "requests_futures", "documentation: a session of requests"],
  ["requests-pkcs12", "requests_pkcs12", "documentation: the functions of requests"],
  ["CacheControl", "cachecontrol", "documentation: a session of requests"],
  ["grequests", "grequests", "documentation: the functions of requests"],
  ["MechanicalSoup", "mechanicalsoup", "documentation: its session is one of requests"],
  ["RoboBrowser", "robobrowser", "documentation: its session is one of requests"],
  ["Niquests", "niquests", "documentation: the functions of requests"],
  ["curl_cffi", "curl_cffi", "documentation: the functions of requests"],
];

/** The clients whose options are read; each was looked up in the release named. */
export const clients: readonly PyClient[] = [
  defineClient({
    name: "requests",
    module: "requests",
    calls: [...verbs, "send", "cert_verify"],
    options: [requestsVerify, { ...requestsVerify, calls: ["cert_verify"], position: 2 }],
    attributes: [requestsVerify],
    strangers: { calls: [...verbs, "send"], named: /sess(?:ion)?$|scraper$|^s$|requests?$|http(?:_client)?$/i },
    returned: { by: /merge_environment_settings/, options: [requestsVerify] },
    // what an adapter hands to urllib3
    contexts: [
      { calls: ["init_poolmanager", "proxy_manager_for"], side: "client", protocol: { keyword: "ssl_version" } },
    ],
    ca: "verify",
    verified: "2.28.1, 2.34.2 (run)",
  }),
  ...sessions.map(([name, module, verified]) =>
    defineClient({
      name,
      module,
      calls: [...verbs, "send"],
      options: [requestsVerify],
      attributes: [requestsVerify],
      ca: "verify",
      verified,
    }),
  ),
  defineClient({
    name: "Locust",
    module: "locust",
    calls: verbs,
    options: [requestsVerify],
    attributes: [requestsVerify],
    strangers: { calls: verbs, named: /client$/i },
    ca: "verify",
    verified: "documentation: its client is a session of requests",
  }),
  defineClient({
    name: "requests-toolbelt",
    module: "requests_toolbelt",
    calls: [],
    options: [],
    contexts: [{ calls: ["SSLAdapter"], side: "client", protocol: { keyword: "ssl_version", position: 0 } }],
    ca: "verify",
    verified: "1.0.0 (read)",
  }),
  defineClient({
    name: "requests-oauthlib",
    module: "requests_oauthlib",
    calls: [...verbs, "fetch_token", "refresh_token", "fetch_access_token", "fetch_request_token"],
    options: [requestsVerify],
    attributes: [requestsVerify],
    ca: "verify",
    verified: "1.3.0, 2.0.0 (run)",
  }),
  defineClient({
    name: "httpx",
    module: "httpx",
    calls: [...verbs, "stream", "Client", "AsyncClient", "HTTPTransport", "AsyncHTTPTransport", "create_ssl_context"],
    options: [httpxVerify],
    ca: "verify",
    verified: "0.23.3, 0.28.1 (run)",
  }),
  defineClient({
    name: "urllib3",
    module: "urllib3",
    calls: ["PoolManager", "ProxyManager", "HTTPSConnectionPool", "connection_from_url", "proxy_from_url"],
    options: [
      {
        disables: "certificate",
        keyword: "cert_reqs",
        weak: ["CERT_NONE", "NONE", 0],
        strong: '"CERT_REQUIRED"',
      },
      { disables: "host", keyword: "assert_hostname", weak: [false] },
    ],
    contexts: [
      {
        calls: ["PoolManager", "ProxyManager", "HTTPSConnectionPool", "connection_from_url", "proxy_from_url"],
        side: "client",
        protocol: { keyword: "ssl_version" },
      },
    ],
    floors: [
      {
        calls: ["PoolManager", "ProxyManager", "HTTPSConnectionPool", "create_urllib3_context"],
        keyword: "ssl_minimum_version",
      },
    ],
    ca: "ca_certs",
    verified: "1.26.12, 2.8.0 (run)",
  }),
  defineClient({
    name: "aiohttp",
    module: "aiohttp",
    calls: [...verbs, "ws_connect", "ClientSession", "TCPConnector"],
    options: [
      { disables: "certificate", keyword: "ssl", weak: [false] },
      { disables: "certificate", keyword: "verify_ssl", weak: [false] },
    ],
    strangers: { calls: [...verbs, "ws_connect"], named: /sess(?:ion)?$/i },
    ca: "ssl",
    verified: "3.8.4, 3.14.3 (run)",
  }),
  defineClient({
    name: "Home Assistant",
    module: "homeassistant",
    calls: ["async_get_clientsession", "async_create_clientsession"],
    options: [{ disables: "certificate", keyword: "verify_ssl", position: 1, weak: [false], strong: "True" }],
    ca: "verify_ssl",
    verified: "source of 2019 (read)",
  }),
  defineClient({
    name: "websocket-client",
    module: "websocket",
    calls: ["create_connection", "WebSocket", "run_forever", "WebSocketApp"],
    options: [
      { disables: "certificate", keyword: "cert_reqs", within: "sslopt", weak: ["CERT_NONE", 0] },
      { disables: "host", keyword: "check_hostname", within: "sslopt", weak: [false] },
    ],
    contexts: [
      {
        calls: ["create_connection", "WebSocket", "run_forever"],
        side: "client",
        protocol: { keyword: "ssl_version", within: "sslopt" },
        ciphers: { keyword: "ciphers", within: "sslopt" },
      },
    ],
    strangers: { calls: ["run_forever"] },
    ca: "ca_certs",
    verified: "1.2.3, 1.9.2 (run)",
  }),
  defineClient({
    name: "redis",
    module: "redis",
    calls: ["Redis", "StrictRedis", "from_url", "ConnectionPool", "SSLConnection", "RedisCluster", "Sentinel"],
    options: [redisCertificates, { disables: "host", keyword: "ssl_check_hostname", weak: [false], strong: "True" }],
    // of Django, which hands them on
    settings: { names: ["CACHES", "CHANNEL_LAYERS"], options: [redisCertificates] },
    floors: [{ calls: ["Redis", "StrictRedis", "ConnectionPool", "RedisCluster"], keyword: "ssl_min_version" }],
    addresses: {
      schemes: ["rediss"],
      parameters: [
        {
          name: "ssl_cert_reqs",
          disables: "certificate",
          weak: ["none", "CERT_NONE"],
          strong: "required",
          isOwn: true,
        },
        { name: "ssl_check_hostname", disables: "host", weak: ["False", "false", "0"], strong: "True", isOwn: true },
      ],
    },
    ca: "ssl_ca_certs",
    verified: "4.3.4, 8.1.0 (run)",
  }),
  defineClient({
    name: "paho-mqtt",
    module: "paho",
    calls: ["tls_set", "tls_insecure_set", ...pahoHelpers],
    options: [
      { disables: "certificate", calls: pahoHelpers, keyword: "cert_reqs", within: "tls", weak: ["CERT_NONE", 0] },
      { disables: "host", calls: pahoHelpers, keyword: "insecure", within: "tls", weak: [true], strong: "False" },
      { disables: "certificate", calls: ["tls_set"], keyword: "cert_reqs", position: 3, weak: ["CERT_NONE", 0] },
      { disables: "host", calls: ["tls_insecure_set"], keyword: "value", position: 0, weak: [true], strong: "False" },
    ],
    contexts: [
      {
        calls: ["tls_set"],
        side: "client",
        protocol: { keyword: "tls_version", position: 4 },
        ciphers: { keyword: "ciphers", position: 5 },
      },
    ],
    strangers: { calls: ["tls_set", "tls_insecure_set"] },
    ca: "ca_certs",
    verified: "1.6.1, 2.1.0 (run)",
  }),
  defineClient({
    name: "pymongo",
    module: "pymongo",
    calls: ["MongoClient", "AsyncMongoClient", "AsyncIOMotorClient"],
    options: mongoOptions,
    addresses: {
      schemes: ["mongodb", "mongodb+srv"],
      parameters: [
        { name: "tlsAllowInvalidCertificates", disables: "certificate", weak: ["true"], strong: "false", isOwn: true },
        { name: "tlsInsecure", disables: "certificate", weak: ["true"], strong: "false", isOwn: true },
        { name: "ssl_cert_reqs", disables: "certificate", weak: ["CERT_NONE"], strong: "CERT_REQUIRED" },
        { name: "tlsAllowInvalidHostnames", disables: "host", weak: ["true"], strong: "false", isOwn: true },
        { name: "ssl_match_hostname", disables: "host", weak: ["false"], strong: "true", isOwn: true },
      ],
    },
    ca: "tlsCAFile",
    verified: "3.11.0, 4.18.2 (run)",
  }),
  ...(["motor", "mongoengine"] as const).map((module) =>
    defineClient({
      name: module,
      module,
      calls: ["AsyncIOMotorClient", "MotorClient", "connect", "register_connection"],
      options: mongoOptions,
      ca: "tlsCAFile",
      verified: module === "motor" ? "3.7.1 (run)" : "0.24.2, which hands them to pymongo (read)",
    }),
  ),
  defineClient({
    name: "elasticsearch",
    module: "elasticsearch",
    calls: ["Elasticsearch", "AsyncElasticsearch"],
    floors: [{ calls: ["Elasticsearch", "AsyncElasticsearch"], keyword: "ssl_version" }],
    options: [
      { disables: "certificate", keyword: "verify_certs", weak: [false] },
      { disables: "host", keyword: "ssl_assert_hostname", weak: [false] },
    ],
    ca: "ca_certs",
    verified: "7.17.6 (run), 8.17 (read)",
  }),
  defineClient({
    name: "elasticsearch-dsl",
    module: "elasticsearch_dsl",
    calls: ["create_connection"],
    options: [{ disables: "certificate", keyword: "verify_certs", weak: [false] }],
    ca: "ca_certs",
    verified: "documentation: hands them to elasticsearch",
  }),
  defineClient({
    name: "opensearch-py",
    module: "opensearchpy",
    calls: ["OpenSearch", "AsyncOpenSearch"],
    options: [
      { disables: "certificate", keyword: "verify_certs", weak: [false] },
      { disables: "host", keyword: "ssl_assert_hostname", weak: [false] },
    ],
    ca: "ca_certs",
    verified: "2.8 (read)",
  }),
  defineClient({
    name: "kafka-python",
    module: "kafka",
    calls: ["KafkaConsumer", "KafkaProducer", "KafkaAdminClient", "KafkaClient"],
    options: [{ disables: "host", keyword: "ssl_check_hostname", weak: [false] }],
    ca: "ssl_cafile",
    verified: "2.0.2 (run), 2.2 (read)",
  }),
  defineClient({
    name: "boto3",
    module: "boto3",
    calls: ["client", "resource"],
    options: [{ disables: "certificate", keyword: "verify", weak: [false] }],
    ca: "verify",
    verified: "1.26.27, 1.43.107 (run)",
  }),
  defineClient({
    name: "botocore",
    module: "botocore",
    calls: ["create_client"],
    options: [{ disables: "certificate", keyword: "verify", weak: [false] }],
    ca: "verify",
    verified: "1.29.27, 1.43.107 (run)",
  }),
  defineClient({
    name: "ldap3",
    module: "ldap3",
    calls: ["Tls"],
    options: [
      {
        disables: "certificate",
        keyword: "validate",
        position: 2,
        weak: ["CERT_NONE", 0],
        strong: "ssl.CERT_REQUIRED",
      },
    ],
    contexts: [
      {
        calls: ["Tls"],
        side: "client",
        protocol: { keyword: "version", position: 3 },
        ciphers: { keyword: "ciphers", position: 8 },
      },
    ],
    defaults: [
      {
        calls: ["Tls"],
        disables: "certificate",
        unless: [{ keyword: "validate", position: 2 }],
        add: ["validate", "CERT_REQUIRED"],
        remedy: "Add `validate=ssl.CERT_REQUIRED`.",
      },
      {
        calls: ["Server"],
        disables: "certificate",
        where: [{ keyword: "use_ssl", position: 2, value: true }],
        unless: [{ keyword: "tls", position: 5 }],
        remedy: "Hand it `tls=Tls(validate=ssl.CERT_REQUIRED)`.",
      },
    ],
    ca: "ca_certs_file",
    verified: "2.9.1 (run)",
  }),
  defineClient({
    name: "tornado",
    module: "tornado",
    calls: ["fetch", "HTTPRequest", "connect"],
    options: [
      { disables: "certificate", calls: ["fetch", "HTTPRequest"], keyword: "validate_cert", weak: [false] },
      { disables: "certificate", keyword: "cert_reqs", within: "ssl_options", weak: ["CERT_NONE", 0] },
    ],
    contexts: [
      {
        calls: ["fetch", "HTTPRequest", "connect"],
        side: "client",
        protocol: { keyword: "ssl_version", within: "ssl_options" },
        ciphers: { keyword: "ciphers", within: "ssl_options" },
      },
      {
        calls: ["HTTPServer", "TCPServer"],
        side: "server",
        protocol: { keyword: "ssl_version", within: "ssl_options" },
        ciphers: { keyword: "ciphers", within: "ssl_options" },
      },
    ],
    ca: "ca_certs",
    verified: "6.2, 6.5.10 (run)",
  }),
  defineClient({
    name: "docker",
    module: "docker",
    calls: ["TLSConfig"],
    options: [
      { disables: "certificate", keyword: "verify", weak: [false], strong: "True" },
      { disables: "host", keyword: "assert_hostname", weak: [false] },
    ],
    ca: "ca_cert",
    verified: "5.0.3, 7.2.0 (run)",
  }),
  defineClient({
    name: "kubernetes",
    module: "kubernetes",
    calls: [],
    options: [],
    attributes: [
      { disables: "certificate", keyword: "verify_ssl", weak: [false], strong: "True" },
      { disables: "host", keyword: "assert_hostname", weak: [false] },
    ],
    ca: "ssl_ca_cert",
    verified: "22.6.0 (run), 32.0 (read)",
  }),
  defineClient({
    name: "ansible",
    module: "ansible",
    calls: ["open_url", "fetch_url", "Request"],
    options: [{ disables: "certificate", keyword: "validate_certs", weak: [false] }],
    ca: "ca_path",
    verified: "2.18 (read)",
  }),
  defineClient({
    name: "uvicorn",
    module: "uvicorn",
    calls: [],
    options: [],
    contexts: [
      {
        calls: ["run", "Config"],
        side: "server",
        protocol: { keyword: "ssl_version" },
        ciphers: { keyword: "ssl_ciphers" },
      },
    ],
    ca: "ssl_ca_certs",
    verified: "0.35 (read)",
  }),
  defineClient({
    name: "gevent",
    module: "gevent",
    calls: [],
    options: [],
    contexts: [
      {
        calls: ["WSGIServer", "StreamServer"],
        side: "server",
        protocol: { keyword: "ssl_version" },
        ciphers: { keyword: "ciphers" },
      },
    ],
    ca: "ca_certs",
    verified: "22.10.2 (read)",
  }),
  defineClient({
    name: "Scrapy",
    module: "scrapy",
    calls: [],
    options: [],
    floorNames: ["DOWNLOADER_CLIENT_TLS_METHOD"],
    ca: "DOWNLOADER_CLIENTCONTEXTFACTORY",
    verified: "2.8.0 (read)",
  }),
  defineClient({
    name: "pika",
    module: "pika",
    calls: ["ConnectionParameters"],
    options: [
      {
        disables: "certificate",
        keyword: "cert_reqs",
        within: "ssl_options",
        weak: ["CERT_NONE", 0],
        strong: "ssl.CERT_REQUIRED",
      },
    ],
    contexts: [
      { calls: ["ConnectionParameters"], side: "client", protocol: { keyword: "ssl_version", within: "ssl_options" } },
    ],
    ca: "ca_certs",
    verified: "documentation of pika 0.12, which hands them to ssl.wrap_socket",
  }),
  defineClient({
    name: "stomp.py",
    module: "stomp",
    calls: [],
    options: [],
    defaults: [
      {
        calls: ["set_ssl"],
        disables: "certificate",
        unless: [{ keyword: "ca_certs", position: 3 }],
        remedy: "Give it `ca_certs`.",
      },
    ],
    ca: "ca_certs",
    verified: "7.0.0 (run)",
  }),
  defineClient({
    name: "aiosmtplib",
    module: "aiosmtplib",
    calls: ["SMTP", "send", "connect", "starttls"],
    options: [{ disables: "certificate", keyword: "validate_certs", weak: [false], strong: "True" }],
    ca: "cert_bundle",
    verified: "2.0.0 (run)",
  }),
  defineClient({
    name: "exchangelib",
    module: "exchangelib",
    calls: [],
    options: [],
    unverified: new Map([["NoVerifyHTTPAdapter", undefined]]),
    ca: "HTTP_ADAPTER_CLS",
    verified: "4.9.0 (run)",
  }),
  defineClient({
    name: "the ssl module",
    module: "ssl",
    calls: [],
    options: [],
    contexts: [
      { calls: ["get_server_certificate"], side: "client", protocol: { keyword: "ssl_version", position: 1 } },
    ],
    ca: "ca_certs",
    verified: "CPython 3.6 to 3.13 (run)",
  }),
  defineClient({
    name: "PyMySQL",
    module: "pymysql",
    calls: ["connect", "Connection"],
    options: [
      { disables: "certificate", keyword: "ssl_verify_cert", weak: [false], strong: "True" },
      { disables: "host", keyword: "ssl_verify_identity", weak: [false], strong: "True" },
      {
        disables: "certificate",
        keyword: "verify_mode",
        within: "ssl",
        weak: ["none", false, 0],
        strong: '"required"',
      },
      { disables: "host", keyword: "check_hostname", within: "ssl", weak: [false], strong: "True" },
    ],
    defaults: [
      {
        calls: ["connect", "Connection"],
        disables: "certificate",
        where: [{ keyword: "ssl_ca" }, { keyword: "ssl_cert" }, { keyword: "ssl_key" }],
        unless: [{ keyword: "ssl_verify_cert" }],
        add: ["ssl_verify_cert", "True"],
        remedy: "Add `ssl_verify_cert=True`.",
      },
      {
        calls: ["connect", "Connection"],
        disables: "certificate",
        where: [{ keyword: "ssl", isFilled: true }],
        unless: ["ca", "capath", "verify_mode"].map((keyword) => ({ keyword, within: "ssl" })),
        remedy: 'Give its `"ca"`.',
      },
    ],
    ca: "ssl_ca",
    verified: "1.0.2, 1.2.3 (run)",
  }),
  ...["psycopg2", "psycopg"].map((module) =>
    defineClient({
      name: module,
      module,
      calls: ["connect", "SimpleConnectionPool", "ThreadedConnectionPool", "ConnectionPool", "AsyncConnectionPool"],
      options: libpqOptions,
      addresses: postgresAddresses,
      // of Django, which hands its OPTIONS on
      ...(module === "psycopg2" && { settings: { names: ["DATABASES"], options: libpqOptions } }),
      ca: "sslrootcert",
      verified: module === "psycopg2" ? "2.9.5, 2.9.13 (run)" : "3.3.6 (run)",
    }),
  ),
  defineClient({
    name: "asyncpg",
    module: "asyncpg",
    calls: ["connect", "create_pool"],
    options: [
      { disables: "certificate", keyword: "ssl", weak: ["require"], strong: '"verify-full"' },
      { disables: "host", keyword: "ssl", weak: ["verify-ca"], strong: '"verify-full"' },
    ],
    addresses: {
      schemes: ["postgresql+asyncpg"],
      parameters: [
        { name: "ssl", disables: "certificate", weak: ["require"], strong: "verify-full" },
        { name: "ssl", disables: "host", weak: ["verify-ca"], strong: "verify-full" },
      ],
    },
    ca: "ssl",
    verified: "0.27.0, 0.31.0 (run)",
  }),
  defineClient({
    name: "SQLAlchemy",
    module: "sqlalchemy",
    calls: ["create_engine", "create_async_engine"],
    options: [
      ...libpqOptions.map((option) => ({ ...option, within: "connect_args" })),
      ...(["ssl_verify_cert", "ssl_verify_identity"] as const).map((keyword) => ({
        disables: keyword === "ssl_verify_cert" ? ("certificate" as const) : ("host" as const),
        keyword,
        within: "connect_args",
        weak: [false],
        strong: "True",
      })),
      { disables: "host", keyword: "check_hostname", within: "connect_args.ssl", weak: [false], strong: "True" },
      {
        disables: "certificate",
        keyword: "verify_mode",
        within: "connect_args.ssl",
        weak: ["none", "CERT_NONE", false, 0],
        isForPerson: true,
      },
    ],
    ca: "connect_args",
    verified: "hands them to psycopg2 2.9.13 and PyMySQL 1.2.3 (read)",
  }),
  defineClient({
    name: "peewee",
    module: "peewee",
    calls: ["PostgresqlDatabase"],
    options: libpqOptions,
    ca: "sslrootcert",
    verified: "3.14.10, 4.5.1 (run)",
  }),
  defineClient({
    name: "dj-database-url",
    module: "dj_database_url",
    calls: ["config", "parse"],
    options: [{ disables: "certificate", keyword: "ssl_require", weak: [true], isForPerson: true }],
    ca: "sslrootcert",
    verified: "3.1.2 (read)",
  }),
  defineClient({
    name: "pyodbc",
    module: "pyodbc",
    calls: ["connect"],
    options: [{ disables: "certificate", keyword: "TrustServerCertificate", weak: ["yes"], strong: '"no"' }],
    addresses: {
      schemes: ["mssql+pyodbc"],
      words: ";",
      parameters: [
        { name: "TrustServerCertificate", disables: "certificate", weak: ["yes", "Yes", "YES", "true"], strong: "no" },
      ],
    },
    ca: "ServerCertificate",
    verified: "documentation of Microsoft's ODBC driver 18",
  }),
  defineClient({
    name: "neo4j",
    module: "neo4j",
    calls: ["driver"],
    options: [{ disables: "certificate", keyword: "trust", weak: ["TRUST_ALL_CERTIFICATES"] }],
    addresses: {
      schemes: ["neo4j+ssc", "bolt+ssc"],
      weakSchemes: new Map([
        ["neo4j+ssc", "neo4j+s"],
        ["bolt+ssc", "bolt+s"],
      ]),
      parameters: [],
    },
    ca: "trusted_certificates",
    verified: "6.3.1 (run)",
  }),
  defineClient({
    name: "clickhouse-driver",
    module: "clickhouse_driver",
    calls: ["Client", "connect"],
    // up to 0.2.5 at least `verify=True` verifies nothing either: connection.py writes the mode to `context.options`
    options: [{ disables: "certificate", keyword: "verify", weak: [false], isForPerson: true }],
    ca: "ca_certs",
    verified: "0.2.5 (run)",
  }),
  defineClient({
    name: "MySQL Connector/Python",
    module: "mysql",
    calls: ["connect", "MySQLConnection", "MySQLConnectionPool"],
    options: [
      { disables: "certificate", keyword: "ssl_verify_cert", weak: [false], strong: "True" },
      { disables: "host", keyword: "ssl_verify_identity", weak: [false], strong: "True" },
    ],
    ca: "ssl_ca",
    verified: "26.7.0 (read)",
  }),
  defineClient({
    name: "httplib2",
    module: "httplib2",
    calls: ["Http"],
    options: [{ disables: "certificate", keyword: "disable_ssl_certificate_validation", weak: [true] }],
    attributes: [
      { disables: "certificate", keyword: "disable_ssl_certificate_validation", weak: [true], strong: "False" },
    ],
    ca: "ca_certs",
    verified: "0.20.4, 0.22.0 (run)",
  }),
  defineClient({
    name: "python-gitlab",
    module: "gitlab",
    calls: ["Gitlab"],
    options: [{ disables: "certificate", keyword: "ssl_verify", weak: [false], strong: "True" }],
    ca: "ssl_verify",
    verified: "3.12.0 (run), 4.4 (read)",
  }),
  defineClient({
    name: "PyGithub",
    module: "github",
    calls: ["Github", "GithubIntegration"],
    options: [{ disables: "certificate", keyword: "verify", weak: [false], strong: "True" }],
    ca: "verify",
    verified: "1.55, 2.10.0 (run)",
  }),
  defineClient({
    name: "atlassian-python-api",
    module: "atlassian",
    calls: ["Confluence", "Jira", "Bitbucket", "Bamboo", "Crowd", "ServiceDesk", "Xray", "Insight", "StatusPage"],
    options: [{ disables: "certificate", keyword: "verify_ssl", position: 6, weak: [false], strong: "True" }],
    ca: "REQUESTS_CA_BUNDLE",
    verified: "source of 3.x (read)",
  }),
  defineClient({
    name: "pywinrm",
    module: "winrm",
    calls: ["Session", "Protocol"],
    options: [{ disables: "certificate", keyword: "server_cert_validation", weak: ["ignore"], strong: '"validate"' }],
    ca: "ca_trust_path",
    verified: "0.3.0 (run)",
  }),
  defineClient({
    name: "keystoneauth",
    module: "keystoneauth1",
    calls: ["Session"],
    options: [{ disables: "certificate", keyword: "verify", weak: [false], strong: "True" }],
    ca: "verify",
    verified: "5.0.0 (run)",
  }),
  defineClient({
    name: "openstacksdk",
    module: "openstack",
    calls: ["connect"],
    options: [{ disables: "certificate", keyword: "verify", weak: [false], strong: "True" }],
    ca: "cacert",
    verified: "0.101.0 (read)",
  }),
  ...(["pyzabbix", "pynetbox"] as const).map((module) =>
    defineClient({
      name: module,
      module,
      calls: [],
      options: [],
      attributes: [requestsVerify],
      ca: "verify",
      verified: "documentation: its session is one of requests",
    }),
  ),
  defineClient({
    name: "Azure SDK",
    module: "azure",
    calls: azureCalls,
    options: [{ disables: "certificate", keyword: "connection_verify", weak: [false], strong: "True" }],
    ca: "connection_verify",
    verified: "source of azure-core 1.x (read)",
  }),
  defineClient({
    name: "influxdb",
    module: "influxdb",
    calls: ["InfluxDBClient"],
    options: [{ disables: "certificate", keyword: "verify_ssl", position: 6, weak: [false], strong: "True" }],
    defaults: [
      {
        calls: ["InfluxDBClient"],
        disables: "certificate",
        where: [{ keyword: "ssl", position: 5, value: true }],
        unless: [{ keyword: "verify_ssl", position: 6 }],
        add: ["verify_ssl", "True"],
        remedy: "Add `verify_ssl=True`.",
      },
    ],
    ca: "verify_ssl",
    verified: "5.3.1 (run)",
  }),
  defineClient({
    name: "influxdb-client",
    module: "influxdb_client",
    calls: ["InfluxDBClient", "InfluxDBClientAsync"],
    options: [
      { disables: "certificate", keyword: "verify_ssl", weak: [false], strong: "True" },
      { disables: "host", keyword: "assert_hostname", weak: [false] },
    ],
    ca: "ssl_ca_cert",
    verified: "1.49 (read)",
  }),
  defineClient({
    name: "proxmoxer",
    module: "proxmoxer",
    calls: ["ProxmoxAPI"],
    options: [{ disables: "certificate", keyword: "verify_ssl", weak: [false], strong: "True" }],
    ca: "verify_ssl",
    verified: "1.2.0 (run), 2.0 (read)",
  }),
  defineClient({
    name: "Celery",
    module: "celery",
    calls: ["Celery"],
    options: [],
    settings: {
      names: ["broker_use_ssl", "redis_backend_use_ssl"].flatMap((name) => [
        name,
        name.toUpperCase(),
        `CELERY_${name.toUpperCase()}`,
      ]),
      options: celeryOptions,
    },
    defaults: [
      {
        calls: ["Celery"],
        disables: "certificate",
        where: [{ keyword: "broker", position: 3, address: redisOverTls }],
        unless: [{ keyword: "broker_use_ssl" }],
        names: ["broker_url", "BROKER_URL", "CELERY_BROKER_URL"],
        elsewhere: /broker_use_ssl/i,
        parameter: "ssl_cert_reqs=required",
        remedy: "Add `?ssl_cert_reqs=required` to the address.",
      },
    ],
    ca: "ssl_ca_certs",
    verified: "5.2.6, kombu 5.2.4, amqp 5.1.1 (run)",
  }),
  defineClient({
    name: "kombu",
    module: "kombu",
    calls: ["Connection"],
    options: celeryOptions.map((option) => ({ ...option, within: "ssl" })),
    defaults: [
      {
        calls: ["Connection", "BrokerConnection"],
        disables: "certificate",
        where: [{ keyword: "hostname", position: 0, address: redisOverTls }],
        unless: [{ keyword: "ssl" }],
        parameter: "ssl_cert_reqs=required",
        remedy: "Add `?ssl_cert_reqs=required` to the address.",
      },
    ],
    ca: "ca_certs",
    verified: "5.2.4 (run), 5.6.2 (read)",
  }),
  defineClient({
    name: "pycurl",
    module: "pycurl",
    calls: ["setopt"],
    options: [
      { disables: "certificate", keyword: "SSL_VERIFYPEER", named: 0, weak: [0, false], strong: "1" },
      { disables: "certificate", keyword: "PROXY_SSL_VERIFYPEER", named: 0, weak: [0, false], strong: "1" },
      { disables: "host", keyword: "SSL_VERIFYHOST", named: 0, weak: [0, false], strong: "2" },
      { disables: "host", keyword: "PROXY_SSL_VERIFYHOST", named: 0, weak: [0, false], strong: "2" },
    ],
    floors: [{ calls: ["setopt"], keyword: "SSLVERSION", named: 0 }],
    strangers: { calls: ["setopt"] },
    ca: "CAINFO",
    verified: "7.45.2 with libcurl 7.88.1 (run)",
  }),
  defineClient({
    name: "python-ldap",
    module: "ldap",
    calls: ["set_option"],
    options: [{ ...directoryCertificates, named: 0 }],
    strangers: { calls: ["set_option"] },
    settings: { names: ["AUTH_LDAP_GLOBAL_OPTIONS", "AUTH_LDAP_CONNECTION_OPTIONS"], options: [directoryCertificates] },
    ca: "OPT_X_TLS_CACERTFILE",
    verified: "3.4.3 (run)",
  }),
  defineClient({
    name: "confluent-kafka",
    module: "confluent_kafka",
    calls: kafkaCalls,
    options: [
      {
        disables: "certificate",
        keyword: "enable.ssl.certificate.verification",
        ...kafkaConfiguration,
        weak: [false, "false"],
      },
      {
        disables: "host",
        keyword: "ssl.endpoint.identification.algorithm",
        ...kafkaConfiguration,
        weak: ["none"],
        strong: '"https"',
      },
    ],
    contexts: [{ calls: kafkaCalls, side: "client", ciphers: { keyword: "ssl.cipher.suites", ...kafkaConfiguration } }],
    ca: "ssl.ca.location",
    verified: "1.7.0 with librdkafka 2.0.2 (run)",
  }),
  defineClient({
    name: "cassandra-driver",
    module: "cassandra",
    calls: ["Cluster"],
    options: [
      {
        disables: "certificate",
        keyword: "cert_reqs",
        within: "ssl_options",
        weak: ["CERT_NONE", 0],
        strong: "ssl.CERT_REQUIRED",
      },
      { disables: "host", keyword: "check_hostname", within: "ssl_options", weak: [false], strong: "True" },
    ],
    contexts: [
      {
        calls: ["Cluster"],
        side: "client",
        protocol: { keyword: "ssl_version", within: "ssl_options", isSwitch: true },
        ciphers: { keyword: "ciphers", within: "ssl_options" },
      },
    ],
    defaults: [
      {
        calls: ["Cluster"],
        disables: "certificate",
        where: ["ca_certs", "ssl_version", "certfile", "keyfile", "ciphers"].map((keyword) => ({
          keyword,
          within: "ssl_options",
        })),
        unless: [{ keyword: "cert_reqs", within: "ssl_options" }, { keyword: "ssl_context" }],
        remedy: 'Add `"cert_reqs": ssl.CERT_REQUIRED`, or hand it an `ssl_context`.',
      },
    ],
    ca: "ca_certs",
    verified: "3.25.0 (run)",
  }),
  defineClient({
    name: "hvac",
    module: "hvac",
    calls: ["Client", "AsyncClient"],
    options: [{ disables: "certificate", keyword: "verify", position: 3, weak: [false], strong: "True" }],
    ca: "verify",
    verified: "0.11.2 (run)",
  }),
  defineClient({
    name: "python-consul",
    module: "consul",
    calls: ["Consul"],
    options: [{ disables: "certificate", keyword: "verify", weak: [false], strong: "True" }],
    ca: "verify",
    verified: "0.7.1 (run)",
  }),
  defineClient({
    name: "jira",
    module: "jira",
    calls: ["JIRA"],
    options: [
      ...[0, 1].map((position) => ({
        disables: "certificate" as const,
        keyword: "verify",
        within: "options",
        position,
        weak: [false],
        strong: "True",
      })),
    ],
    ca: "verify",
    verified: "3.4.1 (run)",
  }),
  defineClient({
    name: "minio",
    module: "minio",
    calls: ["Minio"],
    options: [{ disables: "certificate", keyword: "cert_check", weak: [false] }],
    ca: "http_client",
    verified: "7.2 (read)",
  }),
  defineClient({
    name: "pyvmomi",
    module: "pyVim",
    calls: ["Connect", "SmartConnect", "SmartConnection", "SmartStubAdapter"],
    options: [{ disables: "certificate", keyword: "disableSslCertValidation", weak: [true] }],
    unverified: new Map([
      ["SmartConnectNoSSL", "SmartConnect"],
      ["ConnectNoSSL", "Connect"],
    ]),
    ca: "sslContext",
    verified: "6.7.1 (run), 8.0 (read)",
  }),
  defineClient({
    name: "Gunicorn",
    module: "gunicorn",
    calls: [],
    options: [],
    configuration: {
      path: /(?:^|\/)gunicorn[\w.-]*\.py$/,
      protocol: "ssl_version",
      ciphers: "ciphers",
    },
    ca: "ca_certs",
    verified: "20.1.0 (read)",
  }),
  defineClient({
    name: "Splunk SDK",
    module: "splunklib",
    calls: ["connect", "Service", "HttpLib", "handler"],
    options: [{ disables: "certificate", keyword: "verify", weak: [false], strong: "True" }],
    defaults: [
      {
        calls: ["connect", "Service"],
        disables: "certificate",
        unless: [
          { keyword: "verify" },
          { keyword: "context" },
          { keyword: "handler" },
          { keyword: "scheme", value: "http" },
        ],
        add: ["verify", "True"],
        remedy: "Add `verify=True`.",
      },
    ],
    ca: "context",
    verified: "source of 1.7 and 2.1 (read)",
  }),
  defineClient({
    name: "M2Crypto",
    module: "M2Crypto",
    calls: ["set_verify", "set_allow_unknown_ca"],
    options: [
      {
        disables: "certificate",
        calls: ["set_verify"],
        keyword: "mode",
        position: 0,
        weak: ["verify_none", "SSL_VERIFY_NONE", 0],
        isForPerson: true,
      },
      {
        disables: "certificate",
        calls: ["set_allow_unknown_ca"],
        keyword: "ok",
        position: 0,
        weak: [true, 1],
        strong: "False",
      },
    ],
    ca: "load_verify_locations",
    verified: "source of 0.38 (read)",
  }),
  defineClient({
    name: "Twisted",
    module: "twisted",
    calls: ["CertificateOptions"],
    options: [{ disables: "certificate", keyword: "verify", weak: [false], strong: "True" }],
    floors: [
      { calls: ["CertificateOptions"], keyword: "method", position: 2 },
      { calls: ["CertificateOptions"], keyword: "insecurelyLowerMinimumTo" },
      { calls: ["CertificateOptions"], keyword: "raiseMinimumTo" },
      { calls: ["DefaultOpenSSLContextFactory"], keyword: "sslmethod", position: 2 },
    ],
    floorNames: ["method"],
    unverified: new Map([["ClientContextFactory", undefined]]),
    unverifiedBase: { name: "ClientContextFactory", unless: /set_verify|VERIFY_PEER/ },
    ca: "trustRoot",
    verified: "26.4.0 (read)",
  }),
];
