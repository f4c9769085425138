import { code } from "./code.js";

/** What programs say in Node's own words, whether the client hands it on or not. `isWeak`: it is there to allow more than silence does. */
export const setsOfNode = [
  { props: {} },
  { props: { rejectUnauthorized: false }, isWeak: true },
  { props: { rejectUnauthorized: true } },
  { props: { rejectUnauthorized: undefined }, isOfOddType: true },
  { props: { rejectUnauthorized: 0 }, isOfOddType: true },
  { props: { checkServerIdentity: code`() => undefined` }, isWeak: true },
  { props: { checkServerIdentity: code`() => { return void 0; }` }, isWeak: true },
  { props: { rejectUnauthorized: false, checkServerIdentity: code`() => undefined` }, isWeak: true },
  { props: { minVersion: "TLSv1", ciphers: "DEFAULT@SECLEVEL=0" }, isWeak: true },
  { props: { secureProtocol: "TLSv1_1_method", ciphers: "DEFAULT@SECLEVEL=0" }, isWeak: true },
  { props: { ciphers: "CAMELLIA128-SHA:ECDHE-RSA-AES128-GCM-SHA256" }, isWeak: true },
  { props: { minVersion: "TLSv1.4" } },
  { props: { ciphers: code`["ECDHE-RSA-AES128-GCM-SHA256"]` } },
];

/** Those that other forms of the same call are tried with. */
export const briefSets = setsOfNode.filter(
  ({ props }) => props.rejectUnauthorized === false || (props.minVersion === "TLSv1" && props.ciphers !== undefined),
);

const valuesOf = {
  rejectUnauthorized: [false, true],
  checkServerIdentity: ["accepts-all", "default"],
};

const isWeakValue = ({ option }, node) =>
  (option === "rejectUnauthorized" && node === false) || (option === "checkServerIdentity" && node === "accepts-all");

/** The client's own words with each of their values, and what these mean in Node's terms. */
export function setsOfWords(vocabulary) {
  return Object.entries(vocabulary ?? {}).flatMap(([name, word]) => {
    const pairs = word.values ?? (valuesOf[word.option] ?? []).map((value) => [value, value]);
    return pairs.map(([native, node]) => ({ props: { [name]: native }, isWeak: isWeakValue(word, node) }));
  });
}

/** Values in the place of a whole object. */
export const shorthandsOf = (row) => [
  ...(row.shorthands ?? []).map(([value, verifies]) => ({ whole: value, isWeak: verifies === false })),
  ...(row.refusesInstead?.values ?? []).map((whole) => ({ whole })),
];

/** A parameter of a connection string, and whether it is weak: in a major that does not know it, it is any other name. */
export const parametersOf = (row, isKnown) => [
  ...Object.entries(row.parameters).flatMap(([name, word]) =>
    (word.values ?? []).map(([native, node]) => ({
      name,
      value: native,
      isWeak: isKnown(word) && isWeakValue(word, node),
    })),
  ),
  ...Object.entries(row.refuses ?? {}).flatMap(([name, { values = ["false"] }]) =>
    values.map((value) => ({ name, value })),
  ),
];

const joined = (url, text) => `${url}${url.includes("?") ? "&" : "?"}${text}`;

/** The connection string with a parameter, by the form of the client's strings. */
export const withParameter = {
  url: (url, { name, value }) => joined(url, `${name}=${value}`),
  json: (url, { name, value }) => joined(url, `ssl={${JSON.stringify(name)}:${value}}`),
  pairs: (text, { name, value }) => `${text};${name}=${value}`,
  scheme: (url, { value }) => url.replace(/^([a-z0-9]+)(?:\+\w+)?:/, `$1+${value}:`),
};
