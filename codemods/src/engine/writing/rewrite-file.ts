import { statSync } from "node:fs";
import { applyEdits, type Edit } from "tls-rules";
import { VerificationError } from "../../failures/verification-error.js";
import { byteOrderMarkOf } from "../../files/byte-order-mark.js";
import { hashOf } from "../../files/hash.js";
import { readRegularFile } from "../../files/regular-file.js";
import { writeAtomic } from "../../files/write-atomic.js";

export interface Rewrite {
  /** In the text without its byte order mark. */
  readonly edits: readonly Edit[];
  /** SHA-256 of the bytes that have to be there, and of those that have to come out. */
  readonly from: string;
  readonly to: string;
}

/**
 * Edits a file on the disk, if its bytes are still those that the edits were made for.
 * Throws an Error that says why not, a VerificationError or the error of the file system, and then the file is as it was.
 */
export function rewriteFile(file: string, { edits, from, to }: Rewrite, run: string): void {
  const bytes = readRegularFile(file, Infinity);
  if (hashOf(bytes) !== from) throw new Error("it has changed in the meantime");
  if ((statSync(file).mode & 0o222) === 0)
    throw new Error("it is read-only; give yourself the permission to write it (chmod u+w)");
  const result = edited(bytes, edits);
  if (hashOf(result) !== to) throw new VerificationError("the bytes to be written are not those that were verified");
  writeAtomic(file, result, run);
}

function edited(bytes: Buffer, edits: readonly Edit[]): Buffer {
  const text = bytes.toString("utf8");
  const mark = byteOrderMarkOf(text);
  return Buffer.from(mark + applyEdits(text.slice(mark.length), edits));
}
