import { dirname, join } from "node:path";
import { isInsideWithoutLinks } from "../../files/inside.js";
import { isInside } from "../../files/posix-path.js";
import type { Project } from "./project.js";

/** A file by its name that may say something of the programs beside and below it. */
export interface Teller {
  readonly file: string;
  /** Undefined where it says nothing of it. */
  readonly read: (text: string) => string | undefined;
}

/** What was said, and by which file. */
export interface Said<Source extends Teller> {
  readonly text: string;
  readonly by: Source;
  /** Absolute. */
  readonly path: string;
}

/** What the nearest file says that says anything, from the folder of a file up to the root of its repository; in one folder the first of the list. */
export function nearestSaying<Source extends Teller>(
  file: string,
  project: Project,
  sources: readonly Source[],
): Said<Source> | undefined {
  for (let folder = dirname(file); isInside(project.folder, folder); folder = dirname(folder)) {
    for (const by of sources) {
      const path = join(folder, by.file);
      const text = isInsideWithoutLinks(project.folder, path) ? project.read(path)?.text : undefined;
      const said = text === undefined ? undefined : by.read(text);
      if (said !== undefined) return { text: said, by, path };
    }
    if (folder === project.folder || folder === dirname(folder)) return undefined;
  }
  return undefined;
}
