import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("../../codemods/bin/tls-codemod.js", import.meta.url));

const longestText = 100;

/**
 * Runs `tls-codemod check` over packages: what it finds in them, and which files it could not judge.
 * @param {string} root the folder that the packages' paths start from
 * @param {ReadonlyMap<string, string>} packages `name@version` and path of each
 */
export function findIn(root, packages) {
  const report = check(root, [...packages.values()]);
  const idOf = new Map([...packages].map(([id, path]) => [`${path.replaceAll("\\", "/")}/`, id]));
  const folders = [...idOf.keys()];
  const place = (path) => {
    const folder = folders.find((start) => path.startsWith(start));
    return { package: idOf.get(folder), file: path.slice(folder.length) };
  };
  const texts = new Map();
  return {
    files: report.totals.files.seen,
    parsed: report.totals.parsed,
    findings: report.findings.map((finding) => ({
      ...finding,
      ...place(finding.path),
      text: textOf(root, finding, texts),
    })),
    errors: report.errors.map((error) => ({ ...error, ...place(error.path) })),
  };
}

function check(root, paths) {
  const options = ["check", "--format", "json", "--no-gitignore", "--fail-on", "none", "--no-interactive"];
  return JSON.parse(
    execFileSync(process.execPath, [program, ...options, ...paths], {
      cwd: root,
      encoding: "utf8",
      maxBuffer: 2 ** 30,
    }),
  );
}

/** The code that a finding points to, in one line. */
function textOf(root, { path, range }, texts) {
  if (!texts.has(path)) texts.set(path, readFileSync(join(root, path), "utf8").replace(/^\uFEFF/, ""));
  const text = texts
    .get(path)
    .slice(...range)
    .replaceAll(/\s+/g, " ");
  return text.length > longestText ? `${text.slice(0, longestText)} …` : text;
}
