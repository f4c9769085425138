import { dirname, join } from "node:path";
import { type Neighbour, packageReleases, type SourceFile, type TypeReader } from "tls-rules";
import { isInside, posixRelative } from "../../files/posix-path.js";
import { parseSource } from "../reading/parse-source.js";
import type { Project } from "./project.js";

/**
 * Parses a file so that its neighbours can be asked for. They are parsed for this file alone: what is found out about one depends on
 * where the questions began, and a report must not depend on the order in which files are judged.
 */
export function openFile(
  project: Project,
  file: string,
  path: string,
  text: string,
  types: TypeReader | undefined,
): SourceFile {
  const opened = new Map<string, SourceFile | undefined>();
  const open = (opening: string, as: string, source: string): SourceFile => ({
    ...parseSource(as, source),
    releases: packageReleases(
      foldersAround(opening, project.folder),
      (folder, name) => project.read(join(folder, name))?.text,
    ),
    neighbours: {
      imported(specifier) {
        const target = moduleName.test(specifier) ? project.resolve(opening, specifier) : undefined;
        return target === undefined ? undefined : neighbour(target);
      },
      importers() {
        const { files, complete } = project.importersOf(opening);
        return { files: files.map((importer) => neighbour(importer) ?? unreadable), complete };
      },
    },
  });
  const neighbours = new Map<string, Neighbour>();
  const neighbour = (target: string): Neighbour | undefined => {
    const known = neighbours.get(target);
    if (known) return known;
    const read = target === file ? { text } : project.read(target);
    const found = read && { text: read.text, parse: () => parsed(target, read.text) };
    if (found) neighbours.set(target, found);
    return found;
  };
  const parsed = (target: string, source: string): SourceFile | undefined => {
    if (!opened.has(target))
      opened.set(
        target,
        orNone(() => open(target, posixRelative(project.folder, target), source)),
      );
    return opened.get(target);
  };
  const main = { ...open(file, path, text), types };
  opened.set(file, main);
  return main;
}

/** The folders from that of a file up to that of its project. */
function foldersAround(file: string, project: string): readonly string[] {
  const folders = [dirname(file)];
  while (folders.at(-1) !== project && isInside(project, folders.at(-1)!)) folders.push(dirname(folders.at(-1)!));
  return folders;
}

/** No address, sentence or absolute path. */
const moduleName = /^[.#@~\w][^\s:]*$/;

/** An importer that is too large, say. */
const unreadable: Neighbour = { text: "", parse: () => undefined };

/** A neighbour that does not parse, or is nested too deeply, is a failure of that file alone. */
function orNone(parse: () => SourceFile): SourceFile | undefined {
  try {
    return parse();
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return;
    throw error;
  }
}
