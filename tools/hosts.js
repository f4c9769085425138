// Runs the plugin in every host under several Node releases and writes the table into docs/hosts.md: `pnpm hosts --node 20,22,24`.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { runtimes } from "../packages/policy/dist/index.js";
import { fetchNode } from "../test/oracle/node-release.js";
import { withGeneratedPart } from "./generate/generated-part.js";

const USAGE = `Usage: pnpm hosts [--node LIST]

  --node LIST  release lines or releases between commas (default 20,22,24)`;

const { values } = parseArgs({
  options: { node: { type: "string", default: "20,22,24" }, help: { type: "boolean", default: false } },
});

const workspace = fileURLToPath(new URL("../", import.meta.url));
const page = "docs/hosts.md";

if (values.help) console.log(USAGE);
else publish(runSuite(values.node.split(",").map((text) => fetchNode(releaseOf(text)))));

function releaseOf(text) {
  return runtimes.find(({ major }) => String(major) === text)?.measured ?? text;
}

/** @returns {readonly { ancestorTitles: readonly string[], title: string, status: string }[]} one result for each Node, host and check. */
function runSuite(nodes) {
  const folder = mkdtempSync(join(tmpdir(), "tls-hosts-"));
  try {
    const output = join(folder, "results.json");
    const args = [
      "node_modules/vitest/vitest.mjs",
      "run",
      "test/hosts/hosts.test.ts",
      "-t",
      "^Node ",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${output}`,
    ];
    const { status } = spawnSync(process.execPath, args, {
      cwd: workspace,
      stdio: "inherit",
      env: { ...process.env, TLS_CODEMOD_HOST_NODES: nodes.join(delimiter) },
    });
    process.exitCode = status ?? 1;
    const results = JSON.parse(readFileSync(output, "utf8")).testResults.flatMap(
      ({ assertionResults }) => assertionResults,
    );
    return results.filter(({ status: outcome }) => outcome === "passed" || outcome === "failed");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function publish(results) {
  const file = join(workspace, page);
  writeFileSync(file, withGeneratedPart(page, readFileSync(file, "utf8"), "hosts", tableOf(results)));
}

function tableOf(results) {
  const nodes = [...new Set(results.map(({ ancestorTitles: [node] }) => node))];
  const rows = new Map();
  for (const {
    ancestorTitles: [node, host],
    title,
    status,
  } of results) {
    const key = `${host} | ${title}`;
    rows.set(key, { ...rows.get(key), [node]: status === "passed" ? "passes" : "fails" });
  }
  const lines = [...rows].map(
    ([key, outcomes]) => `| ${key} | ${nodes.map((node) => outcomes[node] ?? "").join(" | ")} |`,
  );
  return [
    `| host | what it runs | ${nodes.join(" | ")} |`,
    `| --- | --- | ${nodes.map(() => "---").join(" | ")} |`,
    ...lines,
  ].join("\n");
}
