import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";

/** Where the packages are unpacked, each in a folder `name@version`. */
export const cache = process.env.TLS_CODEMOD_CORPUS ?? join(homedir(), ".cache", "tls-codemod", "corpus");

const batchSize = 12;

/**
 * Brings packages from the npm registry into the cache, those that are there already left out.
 * @param {Readonly<Record<string, string>>} pins the integrity of each package by `name@version`
 * @throws when the registry has another content than the pinned one
 */
export function fetchPackages(pins) {
  const missing = Object.keys(pins).filter((id) => !existsSync(join(cache, id)));
  for (let at = 0; at < missing.length; at += batchSize) fetchBatch(missing.slice(at, at + batchSize), pins);
}

function fetchBatch(ids, pins) {
  mkdirSync(cache, { recursive: true });
  const work = mkdtempSync(join(cache, ".fetch-"));
  try {
    const packed = JSON.parse(
      execFileSync("npm", ["pack", ...ids, "--json", "--silent"], {
        cwd: work,
        encoding: "utf8",
        maxBuffer: 2 ** 28,
        shell: process.platform === "win32",
      }),
    );
    for (const { id, integrity, filename } of packed) {
      if (integrity !== pins[id])
        throw new Error(
          `${id} has the integrity ${integrity}, and ${pins[id]} is pinned. Look at what has changed before you pin it anew.`,
        );
      unpack(work, filename, join(cache, id));
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function unpack(work, tarball, home) {
  const folder = mkdtempSync(join(work, "unpacked-"));
  execFileSync("tar", [
    "xzf",
    join(work, tarball),
    "-C",
    folder,
    "--strip-components=1",
    "--no-same-owner",
    "--no-same-permissions",
  ]);
  mkdirSync(dirname(home), { recursive: true });
  renameSync(folder, home);
}
