import { rangesOverlap } from "tls-policy";
import { lockedReleases } from "./lockfiles.js";

/** The releases of a package that a project may use, as a semver range; undefined where nothing in sight says so. */
export type PackageReleases = (name: string) => string | undefined;

/** The text of a file in a folder; undefined where there is none that may be read. */
export type ReadIn = (folder: string, file: string) => string | undefined;

/**
 * The releases that the nearest package.json asks for which names a package, and of those the ones that a lockfile beside or above it holds.
 * `folders` are those that may be read, the one of the program first. Nothing is read before a package is asked for, and nothing is thrown:
 * what cannot be read says nothing.
 */
export function packageReleases(folders: readonly string[], read: ReadIn): PackageReleases {
  const known = new Map<string, string | undefined>();
  return (name) => {
    if (!known.has(name)) known.set(name, releasesOf(name, folders, read));
    return known.get(name);
  };
}

function releasesOf(name: string, folders: readonly string[], read: ReadIn): string | undefined {
  for (const [index, folder] of folders.entries()) {
    const asked = askedFor(name, read(folder, "package.json"));
    if (asked === undefined) continue;
    const range = isRange(asked) ? asked : undefined;
    if (range !== undefined && isOfOneMajor(range)) return range;
    const locked = folders.slice(index).flatMap((each) => lockedReleases(name, (file) => read(each, file)));
    const fitting = locked.filter((release) => range === undefined || rangesOverlap(release, range));
    return fitting.length > 0 ? fitting.join(" || ") : range;
  }
  return undefined;
}

const fields = ["dependencies", "devDependencies", "optionalDependencies", "peerDependencies"];

/** Longer than any that somebody writes; comparing two ranges takes the product of their lengths. */
const longestRange = 200;

/** What a manifest asks for under a package's name: a range, or a tag, an address, the name of a catalog. */
function askedFor(name: string, manifest: string | undefined): string | undefined {
  const parsed = manifest?.includes(`"${name}"`) ? objectIn(manifest) : {};
  for (const field of fields) {
    const asked: unknown = Object(Object.hasOwn(parsed, field) ? parsed[field] : undefined)[name];
    if (typeof asked === "string" && asked.length <= longestRange)
      return asked.replace(/^(?:workspace:|npm:(?:@?[^@]*@)?)/, "");
  }
  return undefined;
}

function objectIn(text: string): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(text.replace(/^\uFEFF/, "")));
  } catch {
    return {};
  }
}

function isRange(text: string): boolean {
  try {
    return rangesOverlap(text, "*") && text.trim() !== "";
  } catch {
    return false;
  }
}

/** `^11.8.0`, `~4.1`, `3.1.2`: no lockfile can say more of the major. */
function isOfOneMajor(range: string): boolean {
  return /^(?:[~^=]|v)?\d+(?:\.[\dx*.-]+)?$/.test(range.trim());
}
