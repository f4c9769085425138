import { chmodSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createFolder, type Folder } from "../harness/folder.js";

/** A program in several languages that leaves a mark, outside of what is scanned, if it is ever run. */
export interface Planted {
  /** A command line for a shell. */
  readonly command: string;
  /** A program file for the system. */
  readonly script: string;
  readonly javascript: string;
  readonly python: string;
  hasRun(): boolean;
}

export function plant(): Planted {
  const mark = join(createFolder().path, "mark");
  return {
    command: `echo ran >> '${mark}'`,
    script: `#!/bin/sh\necho ran >> '${mark}'\nexit 1\n`,
    javascript: `require("fs").appendFileSync(${JSON.stringify(mark)}, "ran");\n`,
    python: `open(${JSON.stringify(mark)}, "a").write("ran")\n`,
    hasRun: () => existsSync(mark),
  };
}

/** Writes a file that can be run. */
export function writeProgram(folder: Folder, path: string, text: string): string {
  const file = join(folder.path, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  chmodSync(file, 0o755);
  return file;
}
