import { appendFileSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { makeFolderInside, requireInside } from "../../files/inside.js";
import { readRegularFile } from "../../files/regular-file.js";
import { writeWhole } from "../../files/write-whole.js";
import type { Judged } from "../judging/judgement.js";

/** Judgements by what they depend on, in a file that grows by a line per judgement, so that an interruption loses none. */
export class ResultStore {
  readonly #file: string;
  readonly #known: Map<string, Judged>;
  readonly #used = new Map<string, Judged>();

  /** Throws the error of the file system when the file cannot be read. */
  constructor(stateFolder: string, file: string) {
    this.#file = file;
    makeFolderInside(dirname(stateFolder), file);
    requireInside(dirname(stateFolder), file);
    const lines = linesOf(file);
    this.#known = new Map(lines.flatMap(parseLine));
    if (lines.at(-1) !== "") appendFileSync(file, "\n");
  }

  get(key: string): Judged | undefined {
    const judged = this.#known.get(key);
    if (judged) this.#used.set(key, judged);
    return judged;
  }

  put(key: string, judged: Judged): void {
    this.#used.set(key, judged);
    appendFileSync(this.#file, lineOf(key, judged));
  }

  /** Leaves out the judgements that nobody asked for, once most of them are of files that have changed since. */
  tidy(): void {
    if (this.#known.size < 10_000 + 2 * this.#used.size) return;
    writeWhole(this.#file, [...this.#used].map(([key, judged]) => lineOf(key, judged)).join(""));
  }

  remove(): void {
    rmSync(this.#file, { force: true });
  }
}

function lineOf(key: string, judged: Judged): string {
  return `${JSON.stringify([key, judged])}\n`;
}

function linesOf(file: string): readonly string[] {
  try {
    return readRegularFile(file, Infinity).toString("utf8").split("\n");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [""];
    throw error;
  }
}

/** The last line may have been cut off. */
function parseLine(line: string): readonly [string, Judged][] {
  try {
    const [key, judged] = JSON.parse(line);
    return judged.kind === "judged" ? [[key, judged]] : [];
  } catch {
    return [];
  }
}
