import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import semver from "semver";

const cache = process.env.TLS_CODEMOD_CACHE ?? join(homedir(), ".cache", "tls-codemod");
const home = join(cache, "clients");
const npm = (args, options = {}) =>
  execFileSync("npm", args, {
    encoding: "utf8",
    shell: process.platform === "win32",
    stdio: ["ignore", "pipe", "pipe"],
    maxBuffer: 1 << 28,
    ...options,
  });

/** Answers of the registry, a day old at most. */
function askRegistry(name) {
  const file = join(home, "registry", `${name.replaceAll("/", "+")}.json`);
  const today = new Date().toISOString().slice(0, 10);
  if (existsSync(file)) {
    const kept = JSON.parse(readFileSync(file, "utf8"));
    if (kept.day === today) return kept;
  }
  const { versions, time, "dist-tags": tags } = JSON.parse(npm(["view", name, "versions", "dist-tags", "--json"]));
  const answer = { day: today, versions: [versions].flat(), latest: tags.latest, time };
  mkdirSync(join(home, "registry"), { recursive: true });
  writeFileSync(file, JSON.stringify(answer));
  return answer;
}

/**
 * The newest release of the newest major, of the one before, and of the oldest that a table speaks of.
 * @param since the first major that its recipe is for: `{ major, why }`, and `differs`, in how many programs the one before is another
 */
export function releasesOf(name, { oldest, since } = {}) {
  const { versions, latest } = askRegistry(name);
  const stable = versions.filter((version) => semver.prerelease(version) === null && semver.lte(version, latest));
  const newestOf = new Map();
  for (const version of stable.sort(semver.compare)) newestOf.set(majorOf(version), version);
  const isHeld = (major) => since === undefined || semver.gte(semver.coerce(major), semver.coerce(since.major));
  const majors = [...newestOf.keys()].filter(isHeld);
  const wanted = [majors.at(-1), majors.at(-2), oldest === undefined ? undefined : String(oldest)];
  return [...new Set(wanted.filter((major) => major !== undefined).map((major) => newestOf.get(major)))].filter(
    Boolean,
  );
}

/** Below 1.0.0 the second number is the major. */
const majorOf = (version) =>
  semver.major(version) === 0 ? `0.${semver.minor(version)}` : String(semver.major(version));

/** Installs a release, and what it needs beside it, into the cache; nothing of it is run. Returns the folder that has its `node_modules`. */
export function installed(name, version, beside = []) {
  const folder = join(home, [`${name}@${version}`, ...beside].join("+").replaceAll("/", "+"));
  if (existsSync(join(folder, "node_modules"))) return folder;
  const work = `${folder}.${process.pid}`;
  mkdirSync(work, { recursive: true });
  try {
    writeFileSync(join(work, "package.json"), JSON.stringify({ private: true }));
    npm(
      ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", `${name}@${version}`, ...beside],
      {
        cwd: work,
      },
    );
    renameSync(work, folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return folder;
}

/** Whether a Node release may run an installed package, by what the package says. */
export function runsOn(folder, name, node) {
  const { engines } = JSON.parse(readFileSync(join(folder, "node_modules", name, "package.json"), "utf8"));
  return engines?.node === undefined || semver.satisfies(node, engines.node);
}
