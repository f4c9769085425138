import { closeSync, constants, fstatSync, lstatSync, openSync, readSync } from "node:fs";

/** Why a file of a repository is not read, although something has its name. */
export class UnreadableError extends Error {
  override readonly name = "UnreadableError";
  readonly code = "UNREADABLE";
}

// Windows has neither, and no devices or pipes among files
const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;

/**
 * Opens a file of a repository, which is the only way that such a file is read: no link is followed, and no pipe waited for.
 * Whoever reads more than a little asks `requireRegular` first. Throws an UnreadableError or the error of the file system.
 */
export function openForReading(file: string): number {
  try {
    if (O_NOFOLLOW === 0 && isLink(file)) throw new UnreadableError(linkReason);
    return openSync(file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  } catch (error) {
    // systems do not agree on what they call it
    throw isLink(file) ? new UnreadableError(linkReason) : error;
  }
}

/** The size of a file that is open. Throws an UnreadableError for a device or a pipe, whose content may have no end. */
export function requireRegular(descriptor: number): number {
  const stats = fstatSync(descriptor);
  // reading a folder fails by itself, with the name that systems have for it
  if (!stats.isFile() && !stats.isDirectory()) throw new UnreadableError("it is no regular file");
  return stats.size;
}

/** Whether there is a file of a repository that could be read. */
export function isRegularFile(file: string): boolean {
  try {
    return lstatSync(file).isFile();
  } catch {
    return false;
  }
}

/** Many times what a file has that this program reads for itself, and little enough for every machine. */
const mostBytes = 50_000_000;
/** A report of a whole fleet may be large. */
const mostNamedBytes = 500_000_000;

/** The bytes of a file of a repository, if it is a regular one and not larger than a limit. Throws an UnreadableError or the error of the file system. */
export function readRegularFile(file: string, limit = mostBytes): Buffer {
  const descriptor = openForReading(file);
  try {
    if (requireRegular(descriptor) > limit) throw tooLarge(limit);
    return readUpTo(descriptor, limit);
  } finally {
    closeSync(descriptor);
  }
}

/** The bytes of a file that the command line names, whatever it is: a link, or what a shell pipes. Throws the error of the file system. */
export function readNamedFile(file: string): Buffer {
  const descriptor = openSync(file, "r");
  try {
    return readUpTo(descriptor, mostNamedBytes);
  } finally {
    closeSync(descriptor);
  }
}

/** What a file says of its size need not be so. */
function readUpTo(descriptor: number, limit: number): Buffer {
  const parts: Buffer[] = [];
  let length = 0;
  for (;;) {
    const part = Buffer.allocUnsafe(64 * 1024);
    const read = readSync(descriptor, part);
    if (read === 0) return Buffer.concat(parts, length);
    parts.push(part.subarray(0, read));
    length += read;
    if (length > limit) throw tooLarge(limit);
  }
}

function tooLarge(limit: number): UnreadableError {
  return new UnreadableError(`it is over ${megabytes(limit)}`);
}

export function megabytes(bytes: number): string {
  return `${Number((bytes / 1_000_000).toPrecision(3))} MB`;
}

const linkReason = "it is a link, which is not followed";

function isLink(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}
