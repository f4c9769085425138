import { readFile } from "node:fs/promises";
import { readPins } from "../../test/corpus/pins.js";
import { readSnapshot } from "../../test/corpus/snapshot.js";
import { withGeneratedPart } from "./generated-part.js";

const root = new URL("../../", import.meta.url);
const path = "docs/corpus.md";
const levels = ["error", "warning", "note"];

/**
 * What the reviewed snapshot of published packages holds, counted.
 * @returns {Promise<Map<string, string>>} text by path from the repository root; nothing is written.
 */
export async function generateCorpusPage() {
  const findings = readSnapshot(await readFile(new URL("test/corpus/published.txt", root), "utf8"));
  const packages = Object.keys(readPins());
  const page = await readFile(new URL(path, root), "utf8");
  const summary = `${packages.length} packages, ${new Set(findings.map((finding) => finding.package)).size} of them with findings; ${count(findings, "certainty", "proven")} findings are proven, ${count(findings, "certainty", "likely")} likely.`;
  return new Map([[path, withGeneratedPart(path, page, "corpus", `${summary}\n\n${table(findings)}`)]]);
}

function count(findings, property, value) {
  return findings.filter((finding) => finding[property] === value).length;
}

function table(findings) {
  const rules = [...new Set(findings.map(({ rule }) => rule))].sort();
  const row = (title, of) => [title, ...levels.map((level) => String(count(of, "level", level)))];
  const rows = [
    ...rules.map((rule) =>
      row(
        `\`${rule}\``,
        findings.filter((finding) => finding.rule === rule),
      ),
    ),
    row("all", findings),
  ];
  return [["rule", ...levels], ["---", "---", "---", "---"], ...rows]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
}
