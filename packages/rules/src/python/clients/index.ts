import { defineClient, type PyClient, type PyClientOption } from "./define-client.js";

const requestsVerify: PyClientOption = {
  disables: "certificate",
  keyword: "verify",
  weak: [false, 0, ""],
  strong: "True",
};
const httpxVerify: PyClientOption = { disables: "certificate", keyword: "verify", weak: [false], strong: "True" };
const verbs = ["get", "post", "put", "patch", "delete", "head", "options", "request"];

/** The clients whose options are read; each was looked up in the release named. */
export const clients: readonly PyClient[] = [
  defineClient({
    name: "requests",
    module: "requests",
    calls: [...verbs, "send"],
    options: [requestsVerify],
    attributes: { of: ["Session", "session"], names: [requestsVerify] },
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
    ca: "ca_certs",
    verified: "1.26.12 (run), 2.5.0 (read)",
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
    ca: "ssl_ca_certs",
    verified: "4.3.4 (run), 8.0.0 (read)",
  }),
  defineClient({
    name: "paho-mqtt",
    module: "paho",
    calls: ["tls_set", "tls_insecure_set"],
    options: [
      { disables: "certificate", keyword: "cert_reqs", position: 3, weak: ["CERT_NONE", 0] },
      { disables: "host", keyword: "value", position: 0, weak: [true] },
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
    ca: "tlsCAFile",
    verified: "4.18 (read)",
  }),
  defineClient({
    name: "elasticsearch",
    module: "elasticsearch",
    calls: ["Elasticsearch", "AsyncElasticsearch"],
    options: [
      { disables: "certificate", keyword: "verify_certs", weak: [false] },
      { disables: "host", keyword: "ssl_assert_hostname", weak: [false] },
    ],
    ca: "ca_certs",
    verified: "8.17 (read)",
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
    verified: "1.40 (read)",
  }),
  defineClient({
    name: "ldap3",
    module: "ldap3",
    calls: ["Tls"],
    options: [{ disables: "certificate", keyword: "validate", weak: ["CERT_NONE", 0], strong: "ssl.CERT_REQUIRED" }],
    ca: "ca_certs_file",
    verified: "2.9.1 (read)",
  }),
  defineClient({
    name: "tornado",
    module: "tornado",
    calls: ["fetch", "HTTPRequest"],
    options: [{ disables: "certificate", keyword: "validate_cert", weak: [false] }],
    ca: "ca_certs",
    verified: "6.5 (read)",
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
    attributes: {
      of: ["Configuration", "get_default_copy"],
      names: [
        { disables: "certificate", keyword: "verify_ssl", weak: [false], strong: "True" },
        { disables: "host", keyword: "assert_hostname", weak: [false] },
      ],
    },
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
];
