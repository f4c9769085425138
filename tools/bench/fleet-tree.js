import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { isCandidate } from "../../codemods/dist/engine/reading/is-candidate.js";
import { cache } from "../../test/corpus/fetch-packages.js";
import { readPins } from "../../test/corpus/pins.js";
import { workspacePackages } from "../../test/corpus/workspace-packages.js";

/** Ten in a thousand, as a search through public repositories of services finds it. */
const candidateShare = 0.01;
const programName = /(?<!\.d)\.[cm]?[jt]sx?$/;

/** What git needs to commit, whatever the machine's own settings are. */
const gitSettings = [
  "user.name=bench",
  "user.email=bench@example.com",
  "commit.gpgsign=false",
  "core.looseCompression=0",
];

/** Packages of small programs only: what was bundled is hardly ever in a repository. */
const leastPrograms = 20;
const mostBytesEach = 8000;

/** In how many repositories the sample service stands once. */
const serviceEvery = 10;

/** How many packages of the corpus a repository holds at least, so that a larger fleet holds some of them more than once. */
const clientsEach = 3;

/**
 * Fills a folder with git repositories made of published packages: those of the corpus, which are mostly clients and servers, and so much from the
 * workspace's dependencies beside them, again and again where need be, that ten programs in a thousand hold a word that a rule looks for.
 * Every repository has some of both, and every tenth the sample service with its tests. The same lock file and pins give the same fleet.
 * Throws an Error where the packages of the corpus are not there: it fetches nothing.
 * @returns {{ repositories: number, programs: number, candidates: number, bytes: number }[]} of a quarter, in a folder of that name, and of all
 */
export function createFleet(workspace, folder, count) {
  const parts = partsOf(workspace, count);
  for (const [index, part] of parts.entries()) createRepository(join(folder, placeOf(index, count)), part);
  const sum = (some, what) => some.reduce((total, part) => total + sumOf(part, what), 0);
  return [parts.slice(0, Math.floor(count / 4)), parts].map((some) => ({
    repositories: some.length,
    programs: sum(some, "programs"),
    candidates: sum(some, "candidates"),
    bytes: sum(some, "bytes"),
  }));
}

/** For each repository the packages that it is made of, each with the folder that it gets. */
function partsOf(workspace, count) {
  const corpus = shuffled(corpusPackages());
  const fillers = shuffled(
    [...workspacePackages(workspace)].map(([id, path]) => packageAt(id, join(workspace, path))),
  ).filter(isFiller);
  const service = {
    ...packageAt("legacy-service", join(workspace, "examples/legacy-service")),
    at: "test/fixtures/service",
  };
  const parts = Array.from({ length: count }, (_, index) => (index % serviceEvery === 0 ? [service] : []));
  for (let index = 0; index < Math.max(corpus.length, clientsEach * count); index++)
    addTo(parts[index % count], "packages", corpus[index % corpus.length]);
  let next = 0;
  for (const part of parts)
    while (sumOf(part, "candidates") > sumOf(part, "programs") * candidateShare)
      addTo(part, "lib", fillers[next++ % fillers.length]);
  return parts;
}

function isFiller({ programs, candidates, bytes }) {
  return programs >= leastPrograms && candidates < programs * candidateShare && bytes < programs * mostBytesEach;
}

/** What a repository holds already, it gets again under another name. */
function addTo(part, folder, added) {
  const copies = part.filter(({ id }) => id === added.id).length;
  part.push({ ...added, at: join(folder, copies === 0 ? added.id : `${added.id}-copy-${copies}`) });
}

/** The folder of a fleet that holds a quarter of it. */
export const quarter = "quarter";

function placeOf(index, count) {
  return join(index < Math.floor(count / 4) ? quarter : "rest", `repository-${String(index).padStart(4, "0")}`);
}

function corpusPackages() {
  const ids = Object.keys(readPins());
  const missing = ids.filter((id) => !existsSync(join(cache, id)));
  if (missing.length > 0)
    throw new Error(`${missing.length} packages of the corpus are not there; \`npx pnpm@12 corpus\` unpacks them.`);
  return ids.map((id) => packageAt(id, join(cache, id)));
}

function packageAt(name, folder) {
  const found = { id: name.replaceAll("/", "__"), folder, programs: 0, candidates: 0, bytes: 0 };
  for (const file of filesBelow(folder)) {
    const bytes = readFileSync(file);
    found.bytes += bytes.length;
    if (!programName.test(file)) continue;
    found.programs++;
    if (isCandidate(file, bytes)) found.candidates++;
  }
  return found;
}

function* filesBelow(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && entry.name !== "node_modules") yield* filesBelow(path);
    else if (entry.isFile()) yield path;
  }
}

/** In an order that does not depend on the machine. */
function shuffled(packages) {
  const keyOf = ({ id }) => createHash("sha256").update(id).digest("hex");
  return packages.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

function sumOf(part, what) {
  return part.reduce((sum, each) => sum + each[what], 0);
}

function createRepository(folder, part) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), `${JSON.stringify({ name: basename(folder), private: true })}\n`);
  for (const { folder: source, at } of part)
    cpSync(source, join(folder, at), {
      recursive: true,
      filter: (path) => path === source || (basename(path) !== "node_modules" && !lstatSync(path).isSymbolicLink()),
    });
  const settings = gitSettings.flatMap((setting) => ["-c", setting]);
  const git = (...words) => execFileSync("git", [...settings, "-C", folder, ...words], { stdio: "ignore" });
  git("init", "--quiet");
  git("add", "--all", "--force");
  git("commit", "--quiet", "-m", "all");
}
