import { defineClient } from "../define-client.js";

const requests = ["get", "post", "put", "patch", "head", "delete"];

const calls = [
  "",
  ...requests,
  ...requests.map((name) => `stream.${name}`),
  "stream",
  "paginate",
  "paginate.all",
  "paginate.each",
];

const inHttps = [
  [0, "https"],
  [1, "https"],
] as const;

const target = { at: [[0], [0, "url"], [1, "url"]] } as const;

const vocabulary = { signatureAlgorithms: { option: "sigalgs" } } as const;

const verification = ["rejectUnauthorized", "checkServerIdentity"] as const;

const refuses = { error: "a TypeError", since: 12 } as const;

const forwards = [
  ...verification,
  "minVersion",
  "maxVersion",
  "ciphers",
  "honorCipherOrder",
  "dhparam",
  "ecdhCurve",
  "secureOptions",
] as const;

export default defineClient({
  name: "got",
  docs: "https://github.com/sindresorhus/got/blob/main/documentation/5-https.md",
  verified: "got 16.1.0, 15.1.0, 14.6.6 and 11.8.6",
  notes: [
    "got 11 hands everything at the top level to `https.request`, and of `https` only what it knows by name; from got 12 on it throws for a name that it does not know.",
  ],
  modules: ["got"],
  trust: ["https.certificateAuthority"],
  instances: ["extend()"],
  tlsOptions: [
    { call: calls, at: inHttps, side: "client", vocabulary, forwards, refuses, target, majors: ">=12" },
    { call: calls, at: inHttps, side: "client", forwards: verification, target, majors: "<12" },
    { call: calls, at: [[0], [1]], side: "client", target, majors: "<12" },
    { call: "extend", at: [[0, "https"]], side: "client", vocabulary, forwards, refuses, majors: ">=12" },
    { call: "extend", at: [[0, "https"]], side: "client", forwards: verification, majors: "<12" },
    { call: "extend", at: [[0]], side: "client", majors: "<12" },
    { call: calls, at: [[0], [1]], side: "client", forwards: [], refuses, majors: ">=12" },
    { call: "extend", at: [[0]], side: "client", forwards: [], refuses, majors: ">=12" },
  ],
  settings: [{ object: "defaults.options.https", side: "client", vocabulary }],
});
