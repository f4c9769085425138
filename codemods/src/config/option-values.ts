import type * as Commander from "commander";
import { requirePackage } from "../loading/require-package.js";
import { formats } from "../reports/formats/index.js";
import type { Shard } from "../selection/shard.js";
import type { OutputOptions } from "./run-options.js";

const { InvalidArgumentError } = requirePackage("commander") as typeof Commander;

const units: Readonly<Record<string, number>> = { "": 1, b: 1, k: 1e3, kb: 1e3, m: 1e6, mb: 1e6, g: 1e9, gb: 1e9 };

/** `3mb`, `500kb`, `4096`: bytes. */
export function parseSize(text: string): number {
  const [, number, unit = ""] = /^(\d+(?:\.\d+)?)\s*([a-z]*)$/i.exec(text) ?? [];
  const factor = Object.hasOwn(units, unit.toLowerCase()) ? units[unit.toLowerCase()] : undefined;
  if (number === undefined || factor === undefined)
    throw new InvalidArgumentError("Give a number of bytes, such as 3mb, 500kb or 4096.");
  return Math.floor(Number(number) * factor);
}

/** Less is not enough for one process that searches and one that judges. */
const leastMemory = 260e6;

/** `2gb`: bytes. */
export function parseMemory(text: string): number {
  const bytes = parseSize(text);
  if (bytes < leastMemory) throw new InvalidArgumentError("Give 260mb or more, such as 400mb or 2gb.");
  return bytes;
}

/** `2/8`: the second of eight parts. `auto` for what the environment tells. */
export function parseShard(text: string): Shard | "auto" {
  if (text === "auto") return text;
  const [, index, count] = (/^(\d+)\/(\d+)$/.exec(text) ?? []).map(Number);
  if (!index || !count || index > count)
    throw new InvalidArgumentError("Give a part and the number of parts, such as 1/4 up to 4/4, or auto.");
  return { index, count };
}

export function parseJobs(text: string): number | "auto" {
  if (text === "auto") return text;
  return parseCount(text, 1, "Give a number of processes from 1 up, or auto.");
}

export function parseMaxChanges(text: string): number {
  return parseCount(text, 0, "Give a number of files.");
}

export function parseTimeout(text: string): number {
  return parseCount(text, 1, "Give a number of seconds from 1 up.");
}

function parseCount(text: string, least: number, advice: string): number {
  const count = Number(text);
  if (!/^\d+$/.test(text) || count < least) throw new InvalidArgumentError(advice);
  return count;
}

/** `a,b` and the option again: all words of all. */
export function collectWords(text: string, previous: readonly string[] | undefined): readonly string[] {
  return [
    ...(previous ?? []),
    ...text
      .split(",")
      .map((word) => word.trim())
      .filter((word) => word !== ""),
  ];
}

/** Extensions with or without the leading dot. */
export function collectExtensions(text: string, previous: readonly string[] | undefined): readonly string[] {
  return [...(previous ?? []), ...collectWords(text, []).map((word) => (word.startsWith(".") ? word : `.${word}`))];
}

/** Words of a fixed set. */
export function collectChoices(
  choices: readonly string[],
): (text: string, previous: readonly string[] | undefined) => readonly string[] {
  return (text, previous) => {
    const words = collectWords(text, []);
    const unknown = words.filter((word) => !choices.includes(word));
    if (words.length === 0 || unknown.length > 0)
      throw new InvalidArgumentError(`Allowed choices are ${choices.join(", ")}, separated by commas.`);
    return [...(previous ?? []), ...words];
  };
}

/** A pattern may hold commas in braces, so one option gives one pattern. */
export function collectPattern(text: string, previous: readonly string[]): readonly string[] {
  return [...previous, text];
}

/** `json:report.json`, or `report.json`. */
export function collectOutput(text: string, previous: OutputOptions["output"]): OutputOptions["output"] {
  const [, format, file] = /^([a-z-]+):(.+)$/s.exec(text) ?? [];
  const isFormat = format !== undefined && Object.hasOwn(formats, format);
  const output = isFormat ? { format, file: file! } : { format: undefined, file: text };
  if (format !== undefined && format.length > 1 && !isFormat)
    throw new InvalidArgumentError(
      `There is no format ${format}. Allowed formats are ${Object.keys(formats).join(", ")}.`,
    );
  return [...previous, output];
}
