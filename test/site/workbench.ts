import { execFile, execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const certificates = fileURLToPath(new URL("../../examples/legacy-service/certs/", import.meta.url));
// inside the tests' package, so that ours are found by their names
const cache = fileURLToPath(new URL("./.cache/", import.meta.url));

/** The names under which the guides speak of certificates. */
const files = {
  "ca.pem": "test-ca.cert.pem",
  "server.key.pem": "test-localhost.key.pem",
  "server.cert.pem": "test-localhost.cert.pem",
  "self-signed.key.pem": "test-self-signed.key.pem",
  "self-signed.cert.pem": "test-self-signed.cert.pem",
};

/** A folder to run the guides' programs in. */
export function createWorkbench() {
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, "guides-"));
  // a repository of its own, so that nothing in it stands below `test`
  execFileSync("git", ["init", "--quiet", folder]);
  for (const [name, source] of Object.entries(files)) copyFileSync(join(certificates, source), join(folder, name));
  return {
    /** Writes files, and returns what a program prints beside them. @throws with its output when it fails. */
    async run(written: Readonly<Record<string, string>>, main: string, ...words: readonly string[]): Promise<string> {
      for (const [name, text] of Object.entries(written)) writeFileSync(join(folder, name), text);
      return (await promisify(execFile)(process.execPath, [main, ...words], { cwd: folder })).stdout;
    },
    read: (name: string) => readFileSync(join(folder, name), "utf8"),
    discard: (name: string) => rmSync(join(folder, name)),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
