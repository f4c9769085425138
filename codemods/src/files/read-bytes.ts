import { closeSync, readSync } from "node:fs";
import { megabytes, openForReading, requireRegular } from "./regular-file.js";

export type ReadBytes = { readonly bytes: Buffer } | { readonly reason: string };

const shared = Buffer.allocUnsafeSlow(512 * 1024);

/**
 * The bytes of a file, unless it is larger than `limit`. They are valid only until the next call: files share one buffer,
 * and none is asked what it is and how large as long as it fits in there. Throws an UnreadableError or the error of the file system.
 */
export function readBytes(file: string, limit: number): ReadBytes {
  const descriptor = openForReading(file);
  try {
    const length = fill(descriptor, shared, 0);
    if (length < shared.length) return length > limit ? tooLarge(length, limit) : { bytes: shared.subarray(0, length) };
    const size = requireRegular(descriptor);
    if (size > limit) return tooLarge(size, limit);
    const bytes = Buffer.allocUnsafe(size);
    shared.copy(bytes);
    return { bytes: bytes.subarray(0, fill(descriptor, bytes, Math.min(length, size))) };
  } finally {
    closeSync(descriptor);
  }
}

/** Reads until the buffer is full or the file ends; a file system may return less than asked for. */
function fill(descriptor: number, buffer: Buffer, from: number): number {
  let length = from;
  while (length < buffer.length) {
    const read = readSync(descriptor, buffer, length, buffer.length - length, null);
    if (read === 0) break;
    length += read;
  }
  return length;
}

function tooLarge(size: number, limit: number): ReadBytes {
  return { reason: `is over ${megabytes(limit)} (${megabytes(size)}); raise --max-file-size to read it` };
}
