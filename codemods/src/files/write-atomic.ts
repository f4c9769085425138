import {
  closeSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  openSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";

/** The name under which a run prepares a file before it takes its place; the next run looks for it after a crash. */
export function temporaryName(run: string): string {
  return `.tls-codemod-${run}.tmp`;
}

/**
 * Replaces a file in one step: whoever reads it gets the old bytes or the new ones, never a part. Mode and owner are kept.
 * Throws the error of the file system, and then the file is as it was.
 */
export function writeAtomic(file: string, bytes: Uint8Array, run: string): void {
  const { mode, uid, gid } = statSync(file);
  const temporary = join(dirname(file), temporaryName(run));
  const descriptor = openSync(temporary, "wx", mode);
  try {
    fillFile(descriptor, bytes, { mode, uid, gid });
    renameSync(temporary, file);
  } catch (error) {
    unlinkSync(temporary);
    throw error;
  }
}

function fillFile(
  descriptor: number,
  bytes: Uint8Array,
  { mode, uid, gid }: { readonly mode: number; readonly uid: number; readonly gid: number },
): void {
  try {
    // unlike write(2), this goes on until all bytes are written or the disk is full
    writeFileSync(descriptor, bytes);
    keepOwner(descriptor, uid, gid);
    fchmodSync(descriptor, mode);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Only the superuser may give a file away; for others the file is their own, or of a group they share. */
function keepOwner(descriptor: number, uid: number, gid: number): void {
  try {
    fchownSync(descriptor, uid, gid);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") throw error;
  }
}
