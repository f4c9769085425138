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
  schemes: ["postgres", "postgresql", "postgresql+psycopg2", "postgresql+psycopg"],
  parameters: [
    { name: "sslmode", disables: "certificate", weak: ["require"], strong: "verify-full", unless: "sslrootcert" },
    { name: "sslmode", disables: "host", weak: ["verify-ca"], strong: "verify-full" },
  ],
};

/** What the transports of kombu are told: those of AMQP by ssl's own words, those of Redis by redis-py's. */
const celeryOptions: readonly PyClientOption[] = ["cert_reqs", "ssl_cert_reqs"].map((keyword) => ({
  disables: "certificate",
  keyword,
  weak: ["CERT_NONE", "none", 0, null],
  strong: "ssl.CERT_REQUIRED",
}));

const kafkaCalls = [
  ...["Producer", "Consumer", "SerializingProducer", "DeserializingConsumer", "AvroProducer", "AvroConsumer"],
  "AdminClient",
];
const kafkaConfiguration = { within: "conf", position: 0 } as const;

/** The clients whose options are read; each was looked up in the release named. */
export const clients: readonly PyClient[] = [
  defineClient({
    name: "requests",
    module: "requests",
    calls: [...verbs, "send"],
    options: [requestsVerify],
    attributes: [requestsVerify],
    ca: "verify",
    verified: "2.28.1, 2.34.0 (run)",
  }),
  defineClient({
    name: "httpx",
    module: "httpx",
    calls: [...verbs, "stream", "Client", "AsyncClient", "HTTPTransport", "AsyncHTTPTransport"],
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
    verified: "1.26.12, 2.7.0 (run)",
  }),
  defineClient({
    name: "aiohttp",
    module: "aiohttp",
    calls: [...verbs, "ws_connect", "ClientSession", "TCPConnector"],
    options: [
      { disables: "certificate", keyword: "ssl", weak: [false] },
      { disables: "certificate", keyword: "verify_ssl", weak: [false] },
    ],
    ca: "ssl",
    verified: "3.8.4 (run)",
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
    ca: "ca_certs",
    verified: "1.2.3 (run)",
  }),
  defineClient({
    name: "redis",
    module: "redis",
    calls: ["Redis", "StrictRedis", "from_url", "ConnectionPool", "SSLConnection", "RedisCluster", "Sentinel"],
    options: [
      {
        disables: "certificate",
        keyword: "ssl_cert_reqs",
        weak: [null, "none", "CERT_NONE", 0],
        strong: '"required"',
      },
      { disables: "host", keyword: "ssl_check_hostname", weak: [false], strong: "True" },
    ],
    floors: [{ calls: ["Redis", "StrictRedis", "ConnectionPool", "RedisCluster"], keyword: "ssl_min_version" }],
    addresses: {
      schemes: ["rediss"],
      parameters: [
        { name: "ssl_cert_reqs", disables: "certificate", weak: ["none", "CERT_NONE"], strong: "required" },
        { name: "ssl_check_hostname", disables: "host", weak: ["False", "false", "0"], strong: "True" },
      ],
    },
    ca: "ssl_ca_certs",
    verified: "4.3.4 (run), 8.0.0 (read)",
  }),
  defineClient({
    name: "paho-mqtt",
    module: "paho",
    calls: ["tls_set", "tls_insecure_set"],
    options: [
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
    ca: "ca_certs",
    verified: "1.6.1 (run), 2.1.0 (read)",
  }),
  defineClient({
    name: "pymongo",
    module: "pymongo",
    calls: ["MongoClient", "AsyncMongoClient", "AsyncIOMotorClient"],
    options: [
      { disables: "certificate", keyword: "tlsAllowInvalidCertificates", weak: [true] },
      { disables: "certificate", keyword: "tlsInsecure", weak: [true] },
      { disables: "certificate", keyword: "ssl_cert_reqs", weak: ["CERT_NONE", 0] },
      { disables: "host", keyword: "tlsAllowInvalidHostnames", weak: [true] },
      { disables: "host", keyword: "ssl_match_hostname", weak: [false] },
    ],
    addresses: {
      schemes: ["mongodb", "mongodb+srv"],
      parameters: [
        { name: "tlsAllowInvalidCertificates", disables: "certificate", weak: ["true"], strong: "false" },
        { name: "tlsInsecure", disables: "certificate", weak: ["true"], strong: "false" },
        { name: "ssl_cert_reqs", disables: "certificate", weak: ["CERT_NONE"], strong: "CERT_REQUIRED" },
        { name: "tlsAllowInvalidHostnames", disables: "host", weak: ["true"], strong: "false" },
        { name: "ssl_match_hostname", disables: "host", weak: ["false"], strong: "true" },
      ],
    },
    ca: "tlsCAFile",
    verified: "3.11.0 (run), 4.18 (read)",
  }),
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
    verified: "2.2 (read)",
  }),
  defineClient({
    name: "boto3",
    module: "boto3",
    calls: ["client", "resource"],
    options: [{ disables: "certificate", keyword: "verify", weak: [false] }],
    ca: "verify",
    verified: "1.40 (read)",
  }),
  defineClient({
    name: "botocore",
    module: "botocore",
    calls: ["create_client"],
    options: [{ disables: "certificate", keyword: "verify", weak: [false] }],
    ca: "verify",
    verified: "1.29.27 (run), 1.40 (read)",
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
    verified: "6.2 (run), 6.5 (read)",
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
    verified: "7.1 (read)",
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
    verified: "32.0 (read)",
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
        where: ["cert", "key", "cipher"].map((keyword) => ({ keyword, within: "ssl" })),
        unless: ["ca", "capath", "verify_mode"].map((keyword) => ({ keyword, within: "ssl" })),
        remedy: 'Give its `"ca"`.',
      },
    ],
    ca: "ssl_ca",
    verified: "1.0.2 (run), 1.2.3 (read)",
  }),
  ...["psycopg2", "psycopg"].map((module) =>
    defineClient({
      name: module,
      module,
      calls: ["connect", "SimpleConnectionPool", "ThreadedConnectionPool", "ConnectionPool", "AsyncConnectionPool"],
      options: [
        {
          disables: "certificate",
          keyword: "sslmode",
          weak: ["require"],
          strong: '"verify-full"',
          unless: ["sslrootcert"],
        },
        { disables: "host", keyword: "sslmode", weak: ["verify-ca"], strong: '"verify-full"' },
      ],
      addresses: postgresAddresses,
      ca: "sslrootcert",
      verified: "libpq's documentation of sslmode",
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
    ca: "ssl",
    verified: "0.31.0 (read)",
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
    verified: "0.20.4 (run), 0.22.0 (read)",
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
    ca: "ssl_ca_certs",
    verified: "5.2.6, kombu 5.2.4, amqp 5.1.1 (run)",
  }),
  defineClient({
    name: "kombu",
    module: "kombu",
    calls: ["Connection"],
    options: celeryOptions.map((option) => ({ ...option, within: "ssl" })),
    ca: "ca_certs",
    verified: "5.2.4 (run)",
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
    ca: "CAINFO",
    verified: "7.45.2 with libcurl 7.88.1 (run)",
  }),
  defineClient({
    name: "python-ldap",
    module: "ldap",
    calls: ["set_option"],
    options: [
      {
        disables: "certificate",
        keyword: "OPT_X_TLS_REQUIRE_CERT",
        named: 0,
        weak: ["OPT_X_TLS_NEVER", "OPT_X_TLS_ALLOW"],
        strong: "ldap.OPT_X_TLS_DEMAND",
      },
    ],
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
      { disables: "certificate", keyword: "verify", within: "options", position: 1, weak: [false], strong: "True" },
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
    name: "Twisted",
    module: "twisted",
    calls: ["CertificateOptions"],
    options: [{ disables: "certificate", keyword: "verify", weak: [false], strong: "True" }],
    floors: [
      { calls: ["CertificateOptions"], keyword: "method", position: 2 },
      { calls: ["CertificateOptions"], keyword: "insecurelyLowerMinimumTo" },
      { calls: ["CertificateOptions"], keyword: "raiseMinimumTo" },
    ],
    ca: "trustRoot",
    verified: "26.4.0 (read)",
  }),
];
