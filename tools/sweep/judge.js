// The process in which `pnpm sweep` judges files, one at a time: each is mended with every grade, and nothing is written.
import { readFileSync } from "node:fs";
import { otherTextReader } from "../../codemods/dist/engine/reading/read-other-text.js";
import { mendText } from "../../codemods/dist/index.js";
import { resolveSettings } from "../../packages/rules/dist/index.js";
import { otherFileKind } from "../../packages/rules/dist/other-files/candidates.js";

const settings = resolveSettings({ level: "note" });
const grades = ["fix", "upgrade", "ask"];

process.on("message", (path) => {
  const start = process.cpuUsage();
  const outcome = judge(path.replaceAll("\\", "/"), readFileSync(path, "utf8"));
  const { user, system } = process.cpuUsage(start);
  process.send({ ...outcome, milliseconds: (user + system) / 1000, kilobytes: process.resourceUsage().maxRSS });
});

function judge(path, text) {
  const read = otherFileKind(path) ? { read: otherTextReader(undefined) } : {};
  try {
    const { before, edits } = mendText(path, text, settings, { grades, ...read });
    return { findings: before.findings.length, edits: edits.length };
  } catch (error) {
    return error instanceof SyntaxError ? { isUnread: true } : { crash: error?.stack ?? String(error) };
  }
}
