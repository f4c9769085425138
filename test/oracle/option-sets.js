import { createRequire } from "node:module";
import fc from "fast-check";
import {
  CIPHER_SUITES,
  GROUPS,
  PROTOCOL_VERSIONS,
  SECURE_OPTIONS,
  SECURE_PROTOCOL_METHODS,
  SIGNATURE_ALGORITHMS,
} from "tls-policy";
import { diffieHellmanParameters } from "./dh-parameters.js";

const { checks } = createRequire(import.meta.url)("./values.cjs");

const UNDEFINED = { $: "undefined" };
const NAN = { $: "nan" };

/** Mostly one of `usual`, now and then something a program should not pass. */
const mostly = (usual, ...odd) =>
  fc.oneof({ arbitrary: usual, weight: 20 }, { arbitrary: fc.constantFrom(...odd), weight: 1 });

const version = fc.constantFrom(...PROTOCOL_VERSIONS.map(({ name }) => name));
const protocolVersion = mostly(version, UNDEFINED, null, "", "TLSv1.0", "SSLv3", "tlsv1.2", "TLSv1.4", 0, 1, false);

const OTHER_METHODS = [
  "SSLv2_method",
  "SSLv3_method",
  "SSLv3_client_method",
  "TLSv1_3_method",
  "DTLS_method",
  "DTLSv1_client_method",
  "tls_method",
  "TLS",
  "",
];
const secureProtocol = mostly(
  fc.constantFrom(...SECURE_PROTOCOL_METHODS.map(({ name }) => name)),
  ...OTHER_METHODS,
  UNDEFINED,
  null,
  0,
  1,
  false,
  true,
);

const bits = fc
  .subarray(SECURE_OPTIONS, { maxLength: 3 })
  .map((options) => options.reduce((sum, { bit }) => sum + bit, 0));
const secureOptions = mostly(
  bits,
  UNDEFINED,
  null,
  "",
  "x",
  "536870912",
  1.5,
  NAN,
  -1,
  -536870913,
  2 ** 31,
  2 ** 32,
  2 ** 53,
  true,
  false,
);

const flag = fc.constantFrom(true, false, UNDEFINED, null, 0, 1, "", "false");

const TLS13_NAMES = CIPHER_SUITES.filter(({ minVersion }) => minVersion === "TLSv1.3").map(({ ianaName }) => ianaName);
const OTHERS = CIPHER_SUITES.filter(({ opensslName, minVersion }) => opensslName && minVersion !== "TLSv1.3");
const KEYWORDS =
  "ALL COMPLEMENTOFALL COMPLEMENTOFDEFAULT DEFAULT HIGH MEDIUM LOW EXPORT FIPS kRSA RSA aRSA kDHE kEDH DH DHE EDH kECDHE kEECDH ECDH ECDHE EECDH ADH AECDH aNULL aECDSA ECDSA aDSS DSS PSK kPSK SRP eNULL NULL " +
  "AES AES128 AES256 AESGCM AESCCM AESCCM8 CHACHA20 CAMELLIA CAMELLIA128 ARIA ARIA256 SEED IDEA RC4 3DES DES CBC SHA1 SHA SHA256 SHA384 MD5 SSLv3 TLSv1 TLSv1.0 TLSv1.2 SUITEB128 SUITEB128ONLY SUITEB192 aECDH high Foo";
const keyword = fc.constantFrom(...KEYWORDS.split(" "));
const suiteName = fc.constantFrom(...OTHERS.map(({ opensslName }) => opensslName));
const selection = fc.oneof(
  { arbitrary: keyword, weight: 4 },
  { arbitrary: suiteName, weight: 4 },
  { arbitrary: fc.tuple(keyword, keyword).map((words) => words.join("+")), weight: 2 },
);
const rule = fc.tuple(fc.constantFrom("", "", "", "!", "-", "+"), selection).map((parts) => parts.join(""));
const level = fc.integer({ min: 0, max: 5 }).map((number) => `@SECLEVEL=${number}`);
const listItem = fc.oneof(
  { arbitrary: rule, weight: 10 },
  { arbitrary: level, weight: 3 },
  { arbitrary: fc.constantFrom(...TLS13_NAMES), weight: 3 },
  { arbitrary: fc.constantFrom(...OTHERS.map(({ ianaName }) => ianaName)), weight: 1 },
  {
    arbitrary: fc.constantFrom(
      "TLS_FALLBACK_SCSV",
      "TLS_EMPTY_RENEGOTIATION_INFO_SCSV",
      "@STRENGTH",
      "!TLS_AES_128_GCM_SHA256",
      "TLS_FOO",
      "tls_aes_128_gcm_sha256",
      "",
      " ",
      "!",
      "*",
      "@SECLEVEL=6",
      "AES128-SHA@SECLEVEL=0",
      "ALL@SECLEVEL=0",
    ),
    weight: 1,
  },
);
const separator = fc.oneof(
  { arbitrary: fc.constant(":"), weight: 12 },
  { arbitrary: fc.constantFrom(",", " ", ";", "::"), weight: 1 },
);
const anyList = fc
  .tuple(listItem, fc.array(fc.tuple(separator, listItem), { maxLength: 5 }))
  .map(([first, rest]) => [first, ...rest.flat()].join(""));
const WIDE = [
  "ALL",
  "DEFAULT",
  "HIGH",
  "ALL:COMPLEMENTOFALL",
  "kRSA",
  "ECDHE",
  "DEFAULT:@SECLEVEL=0",
  "ALL:COMPLEMENTOFALL:@SECLEVEL=0",
];
const wideList = fc
  .tuple(fc.constantFrom(...WIDE), fc.array(listItem, { maxLength: 3 }))
  .map(([wide, items]) => [wide, ...items].join(":"));
/** What begins with one of these holds for groups and signatures as well. */
const suiteBList = fc
  .tuple(
    fc.constantFrom("SUITEB128", "SUITEB128ONLY", "SUITEB128C2", "SUITEB192"),
    fc.array(listItem, { maxLength: 2 }),
  )
  .map(([suiteB, items]) => [suiteB, ...items].join(":"));
export const cipherList = fc.oneof(
  { arbitrary: anyList, weight: 6 },
  { arbitrary: wideList, weight: 6 },
  { arbitrary: suiteBList, weight: 1 },
);
const ciphers = mostly(cipherList, UNDEFINED, null, "", ":", 0, 1, false, true);

const groupName = fc.constantFrom(
  ...GROUPS.flatMap(({ name, aliases }) => [name, ...aliases.map((alias) => alias.name)]),
  "foo",
  "p-256",
  "auto",
);
const commonGroup = fc.constantFrom(
  ...GROUPS.filter(({ since }) => since === "1.1.1").map(({ name }) => name),
  "X25519",
  "P-256",
  "P-384",
  "P-521",
);
/** Names that nobody knows, about as long as what OpenSSL keeps of one. */
const longName = fc.constantFrom(30, 39, 40, 41, 49, 50, 63, 64, 65, 80).map((length) => `?${"x".repeat(length)}`);
const groupElement = fc.oneof(
  { arbitrary: commonGroup, weight: 24 },
  { arbitrary: groupName, weight: 4 },
  {
    arbitrary: fc.tuple(fc.constantFrom("?", "*", "-", "?*", "**"), groupName).map((parts) => parts.join("")),
    weight: 2,
  },
  { arbitrary: fc.constantFrom("DEFAULT", " P-256", "P-384 ", ""), weight: 1 },
  { arbitrary: longName, weight: 1 },
);
const groupMark = fc.oneof({ arbitrary: fc.constant(":"), weight: 9 }, { arbitrary: fc.constant("/"), weight: 1 });
const groupList = fc
  .tuple(fc.array(groupElement, { minLength: 1, maxLength: 4 }), groupMark)
  .map(([names, mark]) => names.join(mark));
const ecdhCurve = mostly(
  fc.oneof({ arbitrary: groupList, weight: 4 }, { arbitrary: fc.constant("auto"), weight: 1 }),
  UNDEFINED,
  null,
  "",
  false,
  0,
  1,
);

const PAIRS = ["RSA", "RSA-PSS", "PSS", "DSA", "ECDSA"].flatMap((signature) =>
  ["SHA1", "SHA224", "SHA256", "SHA384", "SHA512", "MD5"].map((hash) => `${signature}+${hash}`),
);
const algorithmName = fc.oneof(
  {
    arbitrary: fc.constantFrom(
      ...SIGNATURE_ALGORITHMS.filter(({ since }) => since === "1.1.1").map(({ opensslName }) => opensslName),
    ),
    weight: 12,
  },
  {
    arbitrary: fc.constantFrom(
      ...SIGNATURE_ALGORITHMS.map(({ name }) => name),
      ...PAIRS,
      ...["ML-DSA-44", "ML-DSA-65", "ML-DSA-87", "MLDSA65", "id-ml-dsa-65", "ml-dsa-87"],
      "ED25519",
      "foo",
      "?foo",
      "?RSA+SHA256",
      "",
    ),
    weight: 1,
  },
  { arbitrary: longName, weight: 1 },
);
const sigalgs = mostly(
  fc.array(algorithmName, { minLength: 1, maxLength: 4 }).map((names) => names.join(":")),
  UNDEFINED,
  null,
  "",
  0,
  1,
  false,
);

const pem = fc.constantFrom(...diffieHellmanParameters);
const dhparam = mostly(
  fc.oneof(
    pem,
    pem.map((text) => ({ $: "buffer", text })),
    fc.constant("auto"),
  ),
  UNDEFINED,
  null,
  "",
  "junk",
  "-----BEGIN DH PARAMETERS-----\n-----END DH PARAMETERS-----\n",
  0,
  1,
  false,
  true,
);

const minDHSize = mostly(
  fc.constantFrom(1, 512, 1024, 2048, 3072, 4096, 20_000),
  UNDEFINED,
  null,
  "1024",
  0,
  0.5,
  -1,
  NAN,
  { $: "infinity" },
);
const hostNameCheck = mostly(
  fc.constantFrom(...checks.map((name) => ({ $: "check", name }))),
  UNDEFINED,
  null,
  false,
  0,
  "x",
);

/** Each option is there in about a third of the sets, so that combinations of two and three are common. */
const optional = (arbitrary) => fc.oneof({ arbitrary: fc.constant(undefined), weight: 2 }, { arbitrary, weight: 1 });

const record = (arbitraries) =>
  fc
    .record(Object.fromEntries(Object.entries(arbitraries).map(([name, arbitrary]) => [name, optional(arbitrary)])))
    .map((values) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)));

const CONTEXT_OPTIONS = {
  minVersion: protocolVersion,
  maxVersion: protocolVersion,
  secureProtocol,
  secureOptions,
  ciphers,
  honorCipherOrder: flag,
  ecdhCurve,
  sigalgs,
  dhparam,
};
const CLIENT_OPTIONS = { ...CONTEXT_OPTIONS, minDHSize, rejectUnauthorized: flag, checkServerIdentity: hostNameCheck };
const SERVER_OPTIONS = { ...CONTEXT_OPTIONS, rejectUnauthorized: flag, requestCert: flag };

/** `secureProtocol` beside a version throws, so one of them goes in most sets. */
const withoutConflict = (options) =>
  fc.integer({ min: 0, max: 7 }).map((dice) => {
    const { secureProtocol: method, minVersion, maxVersion, ...rest } = options;
    if (dice === 0 || method === undefined) return options;
    return dice < 3
      ? { secureProtocol: method, ...rest }
      : { ...(minVersion !== undefined && { minVersion }), ...(maxVersion !== undefined && { maxVersion }), ...rest };
  });

const FLAG_SETS = [
  [],
  ["--tls-min-v1.0"],
  ["--tls-min-v1.1"],
  ["--tls-min-v1.3"],
  ["--tls-max-v1.2"],
  ["--tls-min-v1.0", "--tls-min-v1.3"],
  ["--tls-max-v1.2", "--tls-max-v1.3"],
  ["--tls-cipher-list=ECDHE-RSA-AES128-GCM-SHA256:AES128-SHA:@SECLEVEL=0"],
];

const settings = fc.record({
  flags: fc.oneof({ arbitrary: fc.constant([]), weight: 8 }, { arbitrary: fc.constantFrom(...FLAG_SETS), weight: 2 }),
  defaults: fc.oneof(
    { arbitrary: fc.constant({}), weight: 6 },
    {
      arbitrary: record({
        DEFAULT_MIN_VERSION: protocolVersion,
        DEFAULT_MAX_VERSION: protocolVersion,
        DEFAULT_CIPHERS: cipherList,
        DEFAULT_ECDH_CURVE: groupList,
      }),
      weight: 2,
    },
  ),
  env: optional(fc.constantFrom("0", "0", "1", "", "false", "00", "no")),
});

/** Where the peers of a set stand; the comparison picks what fits the set from these numbers. */
const dice = fc.array(fc.integer({ min: 0, max: 2 ** 30 }), { minLength: 24, maxLength: 24 });

const setOf = (side, options) =>
  fc.record({ side: fc.constant(side), options: record(options).chain(withoutConflict), settings, dice });

/** An option set with the process it runs in and the peers it meets; values JSON cannot carry are encoded as `values.cjs` reads them. */
export const optionSet = fc.oneof(
  { arbitrary: setOf("client", CLIENT_OPTIONS), weight: 1 },
  { arbitrary: setOf("server", SERVER_OPTIONS), weight: 1 },
);
