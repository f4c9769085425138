import { CIPHER_SUITES, findCipherSuite, GROUPS, PROTOCOL_VERSIONS, SIGNATURE_ALGORITHMS } from "tls-policy";

/** Names and code points, both ways, of what stands in the plain-text part of a handshake. */
const groupsByName = new Map(GROUPS.map((group) => [group.name, group]));
const algorithmsByName = new Map(SIGNATURE_ALGORITHMS.map((algorithm) => [algorithm.name, algorithm]));
const versionsByName = new Map(PROTOCOL_VERSIONS.map((version) => [version.name, version]));
const versionsByCode = new Map(PROTOCOL_VERSIONS.map((version) => [version.codePoint, version]));
const suitesByCode = new Map(CIPHER_SUITES.map((suite) => [suite.codePoint, suite]));

export const groupNamed = (name) => groupsByName.get(name);
export const groupCode = (name) => groupsByName.get(name).codePoint;
export const algorithmCode = (name) => algorithmsByName.get(name).codePoint;
export const versionCode = (name) => versionsByName.get(name).codePoint;
export const versionName = (code) => versionsByCode.get(code)?.name ?? code;
export const suiteCode = (name) => findCipherSuite(name).codePoint;
export const suiteOfCode = (code) => suitesByCode.get(code);
export const suiteName = (suite) => suite.opensslName ?? suite.ianaName;

const RANKS = ["SSLv3", ...PROTOCOL_VERSIONS.map(({ name }) => name)];
const rank = (version) => RANKS.indexOf(version);

export const isSuiteInVersion = (suite, version) =>
  rank(suite.minVersion) <= rank(version) && rank(version) <= rank(suite.maxVersion);

/** Whether OpenSSL 3 negotiates a group in a version. */
export const isGroupInVersion = (group, version) =>
  group.versions === "any" || (group.versions === "TLSv1.3") === (version === "TLSv1.3");
