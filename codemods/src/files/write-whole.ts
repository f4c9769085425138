import { randomBytes } from "node:crypto";
import { lstatSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { temporaryName } from "./write-atomic.js";

/**
 * Writes a file with its folder, whole or not at all, so that it is on the disk, and takes the place of a link instead of following it. A device or a pipe is written to as it is.
 * Throws the error of the file system.
 */
export function writeWhole(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  if (isDevice(file)) return writeFileSync(file, text);
  // a name that nobody knows beforehand, so that no link can be waiting there
  const temporary = join(dirname(file), temporaryName(randomBytes(6).toString("hex")));
  try {
    writeFileSync(temporary, text, { flag: "wx", flush: true });
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** In the system's folder of devices they have names that are links; elsewhere a link is whatever somebody has made it. */
function isDevice(file: string): boolean {
  const look = file.startsWith("/dev/") ? statSync : lstatSync;
  const stats = look(file, { throwIfNoEntry: false });
  return stats !== undefined && !stats.isFile() && !stats.isDirectory() && !stats.isSymbolicLink();
}
