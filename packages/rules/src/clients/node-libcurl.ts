import { defineClient, type ValuePairs } from "../define-client.js";

const peer: ValuePairs = [
  [false, false],
  [0, false],
  [true, true],
  [1, true],
];

const host: ValuePairs = [
  [false, "accepts-all"],
  [0, "accepts-all"],
  [2, "default"],
  [1, "default"],
  [true, "default"],
];

const verifiesPeer = { option: "rejectUnauthorized", values: peer, unmistakable: true } as const;
const verifiesHost = { option: "checkServerIdentity", values: host, unmistakable: true } as const;

const methods = ["get", "post", "put", "patch", "delete", "head", "options", "trace"];

const off = { method: "setOpt", values: [false, 0] } as const;

export default defineClient({
  name: "node-libcurl",
  docs: "https://curl.se/libcurl/c/CURLOPT_SSL_VERIFYPEER.html",
  verified: "node-libcurl 4.1.0",
  notes: [
    "`SSL_VERIFYPEER` and `SSL_VERIFYHOST` are independent of each other: without the first any certificate is accepted.",
  ],
  modules: ["node-libcurl"],
  trust: ["CAINFO"],
  tlsOptions: [
    {
      call: ["curly", ...methods.map((name) => `curly.${name}`)],
      at: [[1]],
      side: "client",
      vocabulary: {
        SSL_VERIFYPEER: verifiesPeer,
        sslVerifyPeer: verifiesPeer,
        PROXY_SSL_VERIFYPEER: verifiesPeer,
        proxySslVerifyPeer: verifiesPeer,
        SSL_VERIFYHOST: verifiesHost,
        sslVerifyHost: verifiesHost,
        PROXY_SSL_VERIFYHOST: verifiesHost,
        proxySslVerifyHost: verifiesHost,
      },
      forwards: [],
    },
  ],
  switches: ["", "PROXY_"].flatMap((prefix) => [
    { ...off, argument: `${prefix}SSL_VERIFYPEER`, option: "rejectUnauthorized" as const, value: false },
    { ...off, argument: `${prefix}SSL_VERIFYHOST`, option: "checkServerIdentity" as const, value: "accepts-all" },
  ]),
});
