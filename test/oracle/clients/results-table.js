import { readFileSync, writeFileSync } from "node:fs";
import semver from "semver";

const [begin, end] = ["<!-- clients -->\n", "<!-- /clients -->"];

export const head = `| client | release | Node | before TLS | programs | with those mended | disagreements |
| --- | --- | --- | --- | --- | --- | --- |`;

const spelt = {
  direct: "–",
  postgres: "PostgreSQL",
  mysql: "MySQL",
  tds: "TDS",
  ldap: "LDAP",
  smtp: "SMTP",
  imap: "IMAP",
  ftp: "FTP",
  nats: "NATS",
};

/** What a client's servers speak before TLS, by its recipe. */
function protocolsOf({ protocol = "direct", calls }) {
  const spoken = calls.flatMap((call) => [spelt[call.protocol ?? protocol], ...(call.proxy ? ["CONNECT"] : [])]);
  return [...new Set(spoken)].join(", ");
}

/** A line of the table: a release of a client, and what was measured. */
export function rowOf(recipe, { version, node, programs, runs, disagreements }) {
  const release = recipe.isBuiltIn ? "Node's own" : version;
  return `| ${[recipe.client, release, node, protocolsOf(recipe), programs, runs, disagreements.length].join(" | ")} |`;
}

const cellsOf = (row) => row.split("|").map((cell) => cell.trim());
const majorOf = (release) =>
  semver.valid(release) ? release.split(".", release.startsWith("0.") ? 2 : 1).join(".") : release;
const keyOf = (row) =>
  cellsOf(row)
    .slice(1, 3)
    .map((cell, index) => (index === 0 ? cell : majorOf(cell)))
    .join(" ");

function byClientAndRelease(left, right) {
  const [[, client, release], [, other, before]] = [cellsOf(left), cellsOf(right)];
  if (client !== other) return client < other ? -1 : 1;
  return semver.valid(release) ? semver.rcompare(release, before) : 0;
}

/** The clients whose recipe is for no major before some one, and why; with the programs that are not as the tables say, where one ran. */
const notBefore = (recipes) =>
  recipes.flatMap(({ client, since }) =>
    since ? [`- **${client} before ${since.major}**: ${since.why}${tried(since)}.`] : [],
  );

const tried = ({ differs }) =>
  differs === 1 ? "; one of the programs differs" : differs ? `; ${differs} of the programs differ` : "";

const olderThanTables =
  "The tables speak of no older majors than these. Where a major before one has run with the programs of the newer ones, the number says how many are not judged as they behave:";

/** Puts rows into the table of a page; each takes the place of an older one of its client and major. */
export function record(page, rows, day, recipes) {
  const text = readFileSync(page, "utf8");
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  const known = text
    .slice(from, to)
    .split("\n")
    .filter((line) => /^\| .*\d/.test(line));
  const all = [...new Map([...known, ...rows].map((row) => [keyOf(row), row])).values()].sort(byClientAndRelease);
  const cells = all.map(cellsOf);
  const sum = (column) => cells.reduce((total, each) => total + Number(each[column]), 0).toLocaleString("en");
  const clients = new Set(cells.map(([, client]) => client)).size;
  const total = `${clients} clients in ${all.length} majors, ${sum(5)} programs, ${sum(6)} with those that \`fix --ask\` leaves, ${sum(7)} disagreements; the last rows are of ${day}.`;
  writeFileSync(
    page,
    `${text.slice(0, from)}${begin}${total}\n\n${head}\n${all.join("\n")}\n\n${olderThanTables}\n\n${notBefore(recipes).join("\n")}\n\n${text.slice(to)}`,
  );
}
