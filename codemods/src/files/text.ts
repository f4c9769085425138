import { readFileSync } from "node:fs";
import { withoutByteOrderMark } from "./byte-order-mark.js";

/** The text of a file, without a byte order mark. Throws the error of the file system. */
export function readText(file: string): string {
  return withoutByteOrderMark(readFileSync(file, "utf8"));
}

/** The text of a file, without a byte order mark; empty where there is none to read. */
export function textOf(file: string): string {
  try {
    return readText(file);
  } catch {
    return "";
  }
}
