import { cpus } from "node:os";

/** The machine, without its name. */
export function machine() {
  const [{ model }] = cpus();
  return `${model.trim()}, ${cpus().length} cores, ${process.platform} ${process.arch}, Node ${process.versions.node}`;
}

/**
 * A Markdown table.
 * @param {readonly { name: string, version?: string, missing?: string, times: readonly number[], memory?: number }[]} results the first is what the others are compared with; times in milliseconds, memory in bytes.
 */
export function tableOf(results) {
  const own = median(results[0].times);
  const rows = results.map(({ name, version, missing, times, memory }) =>
    missing
      ? [name, missing, "", "", "", ""]
      : [
          `${name} (${version})`,
          seconds(median(times)),
          seconds(Math.min(...times)),
          `${times.length}`,
          factorOf(median(times) / own),
          memory === undefined ? "not measured" : `${Math.round(memory / 1_000_000)} MB`,
        ],
  );
  return [
    ["", "median", "fastest", "runs", "beside tls-codemod", "peak memory"],
    ["---", "---:", "---:", "---:", "---:", "---:"],
    ...rows,
  ]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}

function factorOf(factor) {
  return factor < 10 ? `× ${factor.toFixed(2)}` : `× ${Math.round(factor)}`;
}
