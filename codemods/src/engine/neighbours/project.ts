import { decode } from "../../files/decode.js";
import { hashOf } from "../../files/hash.js";
import { isInside } from "../../files/posix-path.js";
import { readBytes } from "../../files/read-bytes.js";
import { createIgnoreCheck } from "../../selection/ignore-files.js";
import { type FoundImporters, type ImporterIndex, indexImporters } from "./importer-index.js";
import { isPublished } from "./manifests.js";
import { programName, type ProjectFiles, projectFiles } from "./project-files.js";
import { createResolver } from "./resolver.js";

export interface NeighbourText {
  readonly text: string;
  /** SHA-256 of its bytes. */
  readonly hash: string;
}

/** The programs of a repository and how they import each other, as they are on the disk. Nothing is read before it is asked for, and nothing twice. */
export interface Project {
  /** Absolute; what stands outside is out of sight. */
  readonly folder: string;
  /** Undefined for a file that is larger than the limit, no UTF-8, or not there. */
  read(file: string): NeighbourText | undefined;
  /** The file that a specifier means in another one; undefined for a package, and for a file that is out of sight. */
  resolve(from: string, specifier: string): string | undefined;
  importersOf(file: string): FoundImporters;
}

/** Which files of a repository are in sight, whatever is selected to be judged. */
export interface Sight {
  readonly useIgnoreFiles: boolean;
  /** In bytes. */
  readonly maxFileSize: number;
}

/** The repository that begins in a folder. Files come by repository: when another one's follow, what is known of one is let go, unless they stand in it. */
export function openProjects(sight: Sight): (folder: string) => Project {
  const opened = new Map<string, Project>();
  return (folder) => {
    for (const each of opened.keys()) if (!isInside(each, folder)) opened.delete(each);
    const project = opened.get(folder) ?? openProject(folder, sight);
    opened.set(folder, project);
    return project;
  };
}

function openProject(folder: string, { useIgnoreFiles, maxFileSize }: Sight): Project {
  const isIgnored = useIgnoreFiles ? createIgnoreCheck(folder) : () => false;
  const files = once((): ProjectFiles => projectFiles(folder, useIgnoreFiles));
  const resolveAnywhere = createResolver(folder, () => files().ownNames.packages);
  const isInSight = (file: string) =>
    isInside(folder, file) && programName.test(file) && !/[\\/]node_modules[\\/]/.test(file) && !isIgnored(file);
  const resolve = (from: string, specifier: string) => {
    const file = resolveAnywhere(from, specifier);
    return file !== undefined && isInSight(file) ? file : undefined;
  };
  const index = once((): ImporterIndex => indexImporters(files(), resolve));
  const texts = new Map<string, NeighbourText | undefined>();
  return {
    folder,
    read(file) {
      if (!texts.has(file)) texts.set(file, textOf(file, maxFileSize));
      return texts.get(file);
    },
    resolve,
    importersOf(file) {
      const { files: importers, complete } = index().importersOf(file);
      return { files: importers, complete: complete && files().areAll && !isPublished(file, folder) };
    },
  };
}

function textOf(file: string, limit: number): NeighbourText | undefined {
  try {
    const read = readBytes(file, limit);
    if ("reason" in read) return undefined;
    const decoded = decode(read.bytes);
    return "reason" in decoded ? undefined : { text: decoded.text, hash: hashOf(read.bytes) };
  } catch {
    return undefined;
  }
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
