import { applyEdits, type Edit } from "tls-rules";
import { withoutByteOrderMark } from "../../files/byte-order-mark.js";
import { hashOf } from "../../files/hash.js";
import type { FoundImporters } from "./importer-index.js";
import type { Project } from "./project.js";

/** What a judgement was made of besides the file itself. Plain data, so that it passes between processes and into files. */
export interface Dependencies {
  /** What specifiers meant; null for what was out of sight. */
  readonly resolved: readonly (readonly [from: string, specifier: string, file: string | null])[];
  /** The hashes of the files that were read; null for those that could not be. */
  readonly read: Readonly<Record<string, string | null>>;
  /** A hash of the list of those that import a file. */
  readonly importers: Readonly<Record<string, string>>;
}

/** A project that keeps account of what is asked of it. */
export interface ObservedProject extends Project {
  dependencies(): Dependencies;
}

export function observe(project: Project): ObservedProject {
  const resolved = new Map<string, Dependencies["resolved"][number]>();
  const read: Record<string, string | null> = {};
  const importers: Record<string, string> = {};
  return {
    folder: project.folder,
    read(file) {
      const text = project.read(file);
      read[file] = text?.hash ?? null;
      return text;
    },
    resolve(from, specifier) {
      const file = project.resolve(from, specifier);
      resolved.set(`${from}\n${specifier}`, [from, specifier, file ?? null]);
      return file;
    },
    importersOf(file) {
      const found = project.importersOf(file);
      importers[file] = hashOfImporters(found);
      return found;
    },
    dependencies: () => ({ resolved: [...resolved.values()], read, importers }),
  };
}

/** Whether a judgement that was made of these would be made again. */
export function areUnchanged({ resolved, read, importers }: Dependencies, project: Project): boolean {
  return (
    Object.entries(read).every(([file, hash]) => (project.read(file)?.hash ?? null) === hash) &&
    resolved.every(([from, specifier, file]) => (project.resolve(from, specifier) ?? null) === file) &&
    Object.entries(importers).every(([file, hash]) => hashOfImporters(project.importersOf(file)) === hash)
  );
}

function hashOfImporters({ files, complete }: FoundImporters): string {
  return hashOf(JSON.stringify([files, complete]));
}

/** A project as it is after edits that are not on the disk yet, by file. */
export function withEdits(project: Project, edited: Readonly<Record<string, readonly Edit[]>>): Project {
  return {
    ...project,
    read(file) {
      const known = project.read(file);
      const edits = Object.hasOwn(edited, file) ? edited[file]! : [];
      return known && edits.length > 0
        ? { ...known, text: applyEdits(withoutByteOrderMark(known.text), edits) }
        : known;
    },
  };
}
