import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { join, relative, sep } from "node:path";

/** A folder and those above it, up to `top`; none where it stands elsewhere. */
export function foldersBetween(folder: string, top: string): readonly string[] {
  const path = relative(top, folder);
  if (path.startsWith("..") || path.includes(":")) return [];
  const names = path === "" ? [] : path.split(sep);
  return [...names.keys()].map((index) => join(top, ...names.slice(0, names.length - index))).concat(top);
}

/** Lockfiles beyond that say nothing here. */
const mostBytes = 5_000_000;

// Windows has neither, and no pipes among files
const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;

/** The text of a regular file: no link is followed, no pipe waited for, and nothing complained about. */
export function textOf(file: string): string | undefined {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    const stats = fstatSync(descriptor);
    if (!stats.isFile() || stats.size > mostBytes) return undefined;
    const bytes = Buffer.alloc(stats.size);
    let length = 0;
    for (let read = 1; read > 0 && length < bytes.length; length += read)
      read = readSync(descriptor, bytes, length, bytes.length - length, null);
    return bytes.toString("utf8", 0, length);
  } catch {
    return undefined;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}
