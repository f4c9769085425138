import { withoutByteOrderMark } from "./byte-order-mark.js";
import { readNamedFile, readRegularFile } from "./regular-file.js";

/** The text of a file of a repository, without a byte order mark. Throws an UnreadableError or the error of the file system. */
export function readText(file: string): string {
  return withoutByteOrderMark(readRegularFile(file).toString("utf8"));
}

/** The text of a file of a repository, without a byte order mark; empty where there is none to read. */
export function textOf(file: string): string {
  try {
    return readText(file);
  } catch {
    return "";
  }
}

/** The text of a file that the command line names, without a byte order mark. Throws the error of the file system. */
export function readNamedText(file: string): string {
  return withoutByteOrderMark(readNamedFile(file).toString("utf8"));
}
