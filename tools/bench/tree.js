import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { isCandidate } from "../../codemods/dist/engine/reading/is-candidate.js";

const candidateShare = 0.003;
const programName = /(?<!\.d)\.[cm]?[jt]sx?$/;

/** What is larger was bundled or generated, and is hardly ever edited in its place. */
const largestBytes = 100_000;

/**
 * Fills a folder with real programs: files of the workspace's dependencies, of which three in a thousand hold a word that a rule looks for,
 * and the sample service among those. The same lock file gives the same tree.
 * @returns {{ files: number, candidates: number, bytes: number }}
 */
export function createTree(workspace, folder, count) {
  const sample = programsBelow(join(workspace, "examples/legacy-service/src")).filter(holdsWord);
  const [withWord, withoutWord] = split(shuffled(dependencyPrograms(workspace)));
  const candidates = [...sample, ...withWord.slice(0, Math.max(0, Math.round(count * candidateShare) - sample.length))];
  const files = [...candidates, ...withoutWord.slice(0, count - candidates.length)];
  if (files.length < count)
    throw new Error(
      `The workspace's dependencies hold ${files.length} files that can be used, and ${count} are asked for. Run \`npx pnpm@12 install\` or lower --files.`,
    );
  for (const file of files)
    copy(
      file,
      join(
        folder,
        relative(workspace, file).replace("node_modules/.pnpm", "dependencies").replaceAll("node_modules", "modules"),
      ),
    );
  return {
    files: files.length,
    candidates: candidates.length,
    bytes: files.reduce((sum, file) => sum + statSync(file).size, 0),
  };
}

/** Every dependency once, where pnpm keeps it. */
function dependencyPrograms(workspace) {
  return programsBelow(join(workspace, "node_modules/.pnpm"));
}

function programsBelow(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return programsBelow(path);
    return entry.isFile() && programName.test(entry.name) && statSync(path).size < largestBytes ? [path] : [];
  });
}

/** In an order that does not depend on the machine, and mixes packages. */
function shuffled(files) {
  const keys = new Map(
    files.map((file) => [
      file,
      createHash("sha256")
        .update(file.slice(file.indexOf("node_modules")))
        .digest("hex"),
    ]),
  );
  return [...files].sort((a, b) => (keys.get(a) < keys.get(b) ? -1 : 1));
}

function split(files) {
  const parts = [[], []];
  for (const file of files) parts[holdsWord(file) ? 0 : 1].push(file);
  return parts;
}

function holdsWord(file) {
  return isCandidate(file, readFileSync(file));
}

function copy(from, to) {
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to);
}
