import { defineClient } from "../define-client.js";

const requests = ["get", "post", "put", "patch", "head", "delete"];

const vocabulary = { signatureAlgorithms: { option: "sigalgs" } } as const;

const forwards = [
  "rejectUnauthorized",
  "checkServerIdentity",
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
  verified: "got 14.6.6",
  notes: ["`https.rejectUnauthorized` used to be `rejectUnauthorized` before got 12."],
  modules: ["got"],
  instances: ["extend()"],
  tlsOptions: [
    {
      call: [
        "",
        ...requests,
        ...requests.map((name) => `stream.${name}`),
        "stream",
        "paginate",
        "paginate.all",
        "paginate.each",
      ],
      at: [
        [0, "https"],
        [1, "https"],
      ],
      side: "client",
      vocabulary,
      forwards,
      target: { at: [[0], [0, "url"], [1, "url"]] },
    },
    { call: "extend", at: [[0, "https"]], side: "client", vocabulary, forwards },
  ],
  settings: [{ object: "defaults.options.https", side: "client", vocabulary }],
});
