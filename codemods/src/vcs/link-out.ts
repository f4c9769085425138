import { lstatSync, realpathSync, type Stats } from "node:fs";
import { join, parse, sep } from "node:path";
import { isInside } from "../files/posix-path.js";
import { findRepository } from "./repository.js";

/** A part of a path that is a link. */
export interface PathLink {
  readonly link: string;
  /** What follows it. */
  readonly rest: readonly string[];
  /** The repository, or the working folder, that holds it. */
  readonly holder: string;
}

/**
 * The part of a path that is a link which a repository may hold, so that whoever wrote that decides where it leads: the first that leads out, or else the first.
 * Links in the paths of the system, such as that of its temporary folder, are nobody's means to lead anywhere.
 */
export function linkOfRepository(path: string, cwd: string): PathLink | undefined {
  let { root: folder } = parse(path);
  let first: PathLink | undefined;
  const names = path.slice(folder.length).split(sep);
  for (const [index, name] of names.entries()) {
    const link = join(folder, name);
    const isLink = statsOf(link)?.isSymbolicLink() ?? false;
    const holder = isLink ? (findRepository(folder)?.root ?? (isInside(cwd, link) ? cwd : undefined)) : undefined;
    const found = holder === undefined ? undefined : { link, holder, rest: names.slice(index + 1) };
    if (found && leadsOut(found)) return found;
    first ??= found;
    folder = (isLink ? targetOf(link) : undefined) ?? link;
  }
  return first;
}

/** Whether a link leads out of what holds it, or nowhere. */
export function leadsOut({ link, holder }: PathLink): boolean {
  const target = targetOf(link);
  return target === undefined || !isInside(holder, target);
}

function targetOf(link: string): string | undefined {
  try {
    return realpathSync(link);
  } catch {
    return undefined;
  }
}

/** What cannot be looked at is for others to complain about. */
function statsOf(file: string): Stats | undefined {
  try {
    return lstatSync(file);
  } catch {
    return undefined;
  }
}
