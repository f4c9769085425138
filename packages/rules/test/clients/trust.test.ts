import { expect, it } from "vitest";
import { findingsIn } from "../judgement/findings.js";

/** What the sentence about an unverified certificate names for one that Node does not know. */
function trustIn(code: string): string | undefined {
  const [finding] = findingsIn(code).filter(({ rule }) =>
    /no-disabled-certificate-verification|no-insecure-client-default/.test(rule),
  );
  return /with (.+) for a self-signed or company certificate\.$/.exec(finding?.message ?? "")?.[1];
}

it.each([
  ["Node", `require("https").get({ rejectUnauthorized: false });`, "`ca`"],
  ["pg, in the object", `new (require("pg").Client)({ ssl: { rejectUnauthorized: false } });`, "`ca`"],
  ["pg, in the string", `new (require("pg").Client)("postgres://a.example/b?sslmode=no-verify");`, "`sslrootcert`"],
  ["a string of pg's, anywhere", `exports.url = "postgres://a.example/b?sslmode=no-verify";`, "`sslrootcert`"],
  ["mongodb", `new (require("mongodb").MongoClient)(url, { tlsInsecure: true });`, "`tlsCAFile` or `ca`"],
  [
    "mongodb, in the string",
    `new (require("mongodb").MongoClient)("mongodb://a.example/?tlsInsecure=true");`,
    "`tlsCAFile`",
  ],
  [
    "kubernetes",
    `new (require("@kubernetes/client-node").KubeConfig)().addCluster({ skipTLSVerify: true });`,
    "`caData` or `caFile`",
  ],
  [
    "tedious",
    `new (require("tedious").Connection)({ options: { trustServerCertificate: true } });`,
    "`cryptoCredentialsDetails.ca`",
  ],
  [
    "mssql",
    `require("mssql").connect({ options: { trustServerCertificate: true } });`,
    "`cryptoCredentialsDetails.ca`",
  ],
  [
    "mssql, in the string",
    `require("mssql").connect("Server=a.example;TrustServerCertificate=true");`,
    "`NODE_EXTRA_CA_CERTS`",
  ],
  [
    "playwright",
    `require("playwright").request.newContext({ ignoreHTTPSErrors: true });`,
    "the certificate store of the operating system",
  ],
  ["a browser's word, anywhere", `open({ ignoreHTTPSErrors: true });`, "the certificate store of the operating system"],
  [
    "puppeteer",
    `require("puppeteer").launch({ acceptInsecureCerts: true });`,
    "the certificate store of the operating system",
  ],
  ["got", `require("got").get(url, { https: { rejectUnauthorized: false } });`, "`https.certificateAuthority`"],
  ["neo4j", `require("neo4j-driver").driver(url, auth, { trust: "TRUST_ALL_CERTIFICATES" });`, "`trustedCertificates`"],
  [
    "librdkafka",
    `new (require("node-rdkafka").Producer)({ "enable.ssl.certificate.verification": false });`,
    "`ssl.ca.location`",
  ],
  ["an option out of sight", `open({ host, rejectUnauthorized: false });`, "`ca`"],
  ["postgres, by default", `require("postgres")({ ssl: "prefer" });`, "`ca`"],
  ["mysql2, in the object", `require("mysql2").createPool({ ssl: { rejectUnauthorized: false } });`, "`ca`"],
])("%s", (_name, code, trust) => {
  expect(trustIn(code)).toBe(trust);
});
