import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

const cache = process.env.TLS_CODEMOD_CACHE ?? join(homedir(), ".cache", "tls-codemod", "node");

const PLATFORMS = { win32: "win" };
const packageName = `node-${PLATFORMS[process.platform] ?? process.platform}-${process.arch}`;
const executable = process.platform === "win32" ? join("bin", "node.exe") : join("bin", "node");

/**
 * Brings the binary of a Node release from the npm registry into the cache and returns its path.
 * @param {string} version full release number, `22.20.0`
 */
export function fetchNode(version) {
  const home = join(cache, `${packageName}-${version}`);
  if (existsSync(join(home, executable))) return join(home, executable);
  mkdirSync(cache, { recursive: true });
  const work = mkdtempSync(join(cache, ".fetch-"));
  try {
    const tarball = execFileSync("npm", ["pack", `${packageName}@${version}`, "--silent"], {
      cwd: work,
      encoding: "utf8",
      shell: process.platform === "win32",
    }).trim();
    execFileSync("tar", ["xzf", tarball], { cwd: work });
    // another process may have brought it meanwhile
    if (!existsSync(home)) renameSync(join(work, "package"), home);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return join(home, executable);
}
