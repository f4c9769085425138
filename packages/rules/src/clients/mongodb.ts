import {
  acceptsAllWhenFalse,
  acceptsAllWhenTrue,
  defineClient,
  inText,
  type Majors,
  opposite,
  type Vocabulary,
} from "../define-client.js";

/** Shared by everything that hands its options to the MongoDB driver. */
export const mongodbWords = {
  tlsInsecure: { option: "rejectUnauthorized", values: opposite, unmistakable: true },
  tlsAllowInvalidCertificates: { option: "rejectUnauthorized", values: opposite, unmistakable: true },
  tlsAllowInvalidHostnames: { option: "checkServerIdentity", values: acceptsAllWhenTrue, unmistakable: true },
} as const;

/** Words that the driver has given up since, in the majors of the package that takes them. */
export const mongodbOldWords = (validate: Majors, check: Majors) =>
  ({
    sslValidate: { option: "rejectUnauthorized", unmistakable: true, majors: validate },
    checkServerIdentity: { option: "checkServerIdentity", values: acceptsAllWhenFalse, majors: check },
  }) as const;

export const mongodbForwards = [
  "rejectUnauthorized",
  "checkServerIdentity",
  "ciphers",
  "ecdhCurve",
  "minDHSize",
  "secureProtocol",
] as const;

/** The options in the majors that leave out what they do not know, in those that throw, and in those that have given up the old words too. */
export const mongodbRows = (vocabulary: Vocabulary, strict: number, bare: number) => {
  const row = { at: [[1]], side: "client", vocabulary, forwards: mongodbForwards } as const;
  const refuses = { error: "a MongoParseError", since: strict };
  return [
    { ...row, majors: `<${strict}` },
    { ...row, majors: `>=${strict} <${bare}`, refuses },
    { ...row, majors: `>=${bare}`, refuses: { ...refuses, words: { sslValidate: bare } } },
  ] as const;
};

export const mongodbParameters = inText(mongodbWords);

/** The parameter that goes with the old word. */
export const mongodbOldParameters = (validate: Majors) =>
  inText({ sslValidate: mongodbOldWords(validate, validate).sslValidate });

/** The same where it is given up. */
export const mongodbRefuses = (since: number) => ({
  sslValidate: { error: "a MongoParseError", why: "knows no option of that name", since },
});

const refuses = mongodbRefuses(6);

const parameters = { ...mongodbParameters, ...mongodbOldParameters("<6") };

const vocabulary = { ...mongodbWords, ...mongodbOldWords("<6", "<4") };

/** `mongodb://` speaks no TLS unless it is told to, `mongodb+srv://` unless it is told not to. */
export const mongodbPlaintext = [
  {
    at: [[0]],
    scheme: "mongodb",
    unless: {
      parameters: ["tls", "ssl"],
      options: [
        [1, "tls"],
        [1, "ssl"],
      ],
    },
    effect: "none",
    remedy: "Add `tls=true`.",
  },
  {
    at: [[0]],
    form: "url",
    parameters: { tls: ["false"], ssl: ["false"] },
    effect: "none",
    remedy: "Say `tls=true`.",
  },
  {
    at: [
      [1, "tls"],
      [1, "ssl"],
    ],
    values: [false],
    hosts: [[0]],
    effect: "none",
    remedy: "Set it to `true`.",
  },
] as const;

export default defineClient({
  name: "mongodb",
  docs: "https://www.mongodb.com/docs/drivers/node/current/security/tls/",
  verified: "mongodb 7.9.0, 6.22.0, 5.9.2, 4.17.2 and 3.7.4",
  modules: ["mongodb"],
  trust: ["tlsCAFile", "ca"],
  tlsOptions: mongodbRows(vocabulary, 4, 6).flatMap((row) => [
    { construct: "MongoClient", ...row },
    { call: "MongoClient.connect", ...row },
  ]),
  connectionStrings: [
    {
      construct: "MongoClient",
      at: [[0]],
      form: "url",
      anyCase: true,
      trust: ["tlsCAFile"],
      parameters,
      refuses,
      looksLike: /^mongodb(\+srv)?:\/\//,
    },
    { call: "MongoClient.connect", at: [[0]], form: "url", anyCase: true, trust: ["tlsCAFile"], parameters, refuses },
  ],
  plaintext: [
    ...mongodbPlaintext.flatMap((of) => [
      { construct: "MongoClient", ...of },
      { call: "MongoClient.connect", ...of },
    ]),
  ],
});
