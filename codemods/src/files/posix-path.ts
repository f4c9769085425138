import { relative, sep } from "node:path";

/** The path from a folder to a file with `/` between names, whatever the system's separator. */
export function posixRelative(folder: string, file: string): string {
  return toPosix(file.startsWith(folder + sep) ? file.slice(folder.length + 1) : relative(folder, file));
}

export function toPosix(path: string): string {
  return sep === "/" ? path : path.replaceAll(sep, "/");
}

/** Like `join` for a name as the file system gives it, at a fraction of the cost: there is nothing to normalize. */
export function childPath(folder: string, name: string): string {
  return folder.endsWith(sep) ? folder + name : folder + sep + name;
}

/** Whether a file stands in a folder or below it, or is the folder. */
export function isInside(folder: string, file: string): boolean {
  return file === folder || file.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
