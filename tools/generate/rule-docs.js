import { readFile } from "node:fs/promises";
import { withGeneratedPart } from "./generated-part.js";
import { mendedExamples } from "./mended-examples.js";

const root = new URL("../../", import.meta.url);
const plugin = "packages/eslint-plugin";

/** What ESLint and the command line do with edits of each grade. */
const grades = {
  fix: "`fix`: the program means the same; applied by `eslint --fix` and `tls-codemod fix`",
  upgrade: "`upgrade`: changes who can connect; an ESLint suggestion, applied by `tls-codemod fix`",
  ask: "`ask`: depends on facts outside the code; an ESLint suggestion, applied by `tls-codemod fix --ask`",
};

/** The same of edits of Python, which ESLint does not read. */
const gradesInPython = {
  fix: "in Python `fix`: the program means the same; applied by `tls-codemod fix`",
  upgrade: "in Python `upgrade`: changes who can connect; applied by `tls-codemod fix`",
  ask: "in Python `ask`: depends on facts outside the code; applied by `tls-codemod fix --ask`",
};

/**
 * What the pages of rules tell beyond their headers and options, which eslint-doc-generator writes: grades, transforms, tables, references.
 * @param rules those that ESLint has a language for.
 * @param tables what pages list: `attacks`, `clients`, and the module of `deprecations`; and the `plugin`, which mends the examples.
 * @returns {Promise<Map<string, string>>} text by path from the repository root; nothing is written.
 */
export async function generateRuleDocs(rules, tables) {
  return new Map(await Promise.all(rules.map(async (rule) => [pageOf(rule), await page(rule, tables)])));
}

const pageOf = ({ name }) => `${plugin}/docs/rules/${name}.md`;

async function read(path) {
  return readFile(new URL(path, root), "utf8");
}

async function page(rule, tables) {
  const path = pageOf(rule);
  const written = await read(path);
  const parts = {
    edits: edits(rule),
    ...attackParts(rule, tables),
    ...ownParts(rule, tables),
    mended: mendedExamples(tables.plugin, rule.name, written, tables.node),
    settings,
    references: references(rule, tables),
  };
  return Object.entries(parts).reduce((text, [name, content]) => withGeneratedPart(path, text, name, content), written);
}

/** Published attacks that a finding may leave room for. */
function attackParts({ meta: { attacks: names = [] } }, { attacks }) {
  const rows = attacks
    .filter(({ name }) => names.includes(name))
    .map(
      ({ name, advisories, needs, hasCountermeasures, reference }) =>
        `| [${name}](${reference}) | ${advisories.join(", ")} | ${needs}${hasCountermeasures ? " *" : ""} |`,
    );
  if (rows.length === 0) return {};
  const caveat = rows.some((row) => row.includes(" * |"))
    ? [
        "",
        "\\* A library may have countermeasures, which vendors also bring to old versions without a new number: then the offer alone does not make it possible.",
      ]
    : [];
  return { attacks: ["| attack | advisories | possible with |", "| --- | --- | --- |", ...rows, ...caveat].join("\n") };
}

/** What a single page tells from the tables behind its rule. */
function ownParts({ name }, { clients, deprecations }) {
  if (name === "no-insecure-client-default") return { "insecure defaults": insecureDefaults(clients) };
  if (name === "no-plaintext-connection") return { plaintext: plaintext(clients) };
  if (name === "no-deprecated-tls-api") return { deprecations: deprecationTable(deprecations) };
  return {};
}

function deprecationTable({
  deprecatedMembers,
  deprecatedModules,
  deprecatedOptions,
  disabledEcdh,
  addressAsServername,
}) {
  const all = {
    ...deprecatedMembers,
    ...deprecatedModules,
    ...deprecatedOptions,
    "ecdhCurve: false": disabledEcdh,
    "servername: '192.0.2.1'": addressAsServername,
  };
  const rows = Object.entries(all).map(([name, { since, end, reference, remedy }]) => {
    const how = end ? end.how : "works";
    return `| \`${name.replaceAll(".()", "()")}\` | Node ${since}, ${reference} | ${how} | ${remedy} |`;
  });
  return ["| | deprecated since | today | instead |", "| --- | --- | --- | --- |", ...rows].join("\n");
}

const unchecked = { rejectUnauthorized: "the certificate", checkServerIdentity: "the host name" };

function insecureDefaults(clients) {
  const rows = clients.flatMap(({ name, docs, tlsOptions }) =>
    tlsOptions.flatMap(({ insecureDefaults = [] }) =>
      insecureDefaults.map(
        ({ option, remedy }) =>
          `| [${name}](${docs}) | ${unchecked[option]} | ${remedy ? `\`${remedy.join(": ")}\`` : "none"} |`,
      ),
    ),
  );
  return [
    "| client | what it does not check by default | the word that makes it |",
    "| --- | --- | --- |",
    ...new Set(rows),
  ].join("\n");
}

const effects = { none: "no TLS", fallback: "no TLS where the server offers none" };

function plaintext(clients) {
  const rows = clients.flatMap(({ name, docs, plaintext: list = [] }) =>
    list.map((of) => `| [${name}](${docs}) | ${written(of).join(", ")} | ${effects[of.effect]} |`),
  );
  return ["| client | what is written | what the client does |", "| --- | --- | --- |", ...new Set(rows)].join("\n");
}

function written({ call, at, values, parameters, scheme }) {
  if (scheme) return [`\`${scheme}://\``];
  if (!at) return [call].flat().map((name) => `\`${name}()\``);
  const named = parameters
    ? Object.entries(parameters).map(([name, words]) => [name, "=", words])
    : [...new Set(at.map((path) => path.at(-1)))].map((name) => [
        name,
        ": ",
        values.map((value) => JSON.stringify(value)),
      ]);
  return named.flatMap(([name, sign, words]) => words.map((word) => `\`${name}${sign}${word}\``));
}

function edits({ name, meta: { grades: own, gradesInPython: others = [], transform } }) {
  const told = [
    ...own.map((grade) => grades[grade]),
    ...others.filter((grade) => !own.includes(grade)).map((grade) => gradesInPython[grade]),
  ];
  const codemod = transform ? `, or the jscodeshift transform \`${transform}\`` : "";
  return `| | |
| --- | --- |
| Edits | ${told.length === 0 ? "none" : told.join("<br>")} |
| Codemod | \`tls-codemod fix --rules ${name}\`${codemod} |`;
}

const settings =
  'Both may also stand in `settings.tls`, for all rules, beside `profile` (`"modern"`, `"intermediate"`, `"legacy"`), `policy` and `node` (the releases that run the code, as in `engines.node`).';

function references(rule, { weaknesses }) {
  const cwe = rule.meta.cwe.map(
    (number) => `- [CWE-${number}: ${weaknesses[number].name}](https://cwe.mitre.org/data/definitions/${number}.html)`,
  );
  return [...rule.meta.references.map((reference) => `- ${link(reference)}`), ...cwe].join("\n");
}

function link(reference) {
  const [, number, section] = /^RFC (\d+)(?:, section ([\w.]+))?$/.exec(reference) ?? [];
  if (!number) return /^https:/.test(reference) ? `<${reference}>` : reference;
  return `[${reference}](https://www.rfc-editor.org/rfc/rfc${number}${section ? `#section-${section}` : ""})`;
}
