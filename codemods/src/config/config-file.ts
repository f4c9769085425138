import { dirname, join, resolve } from "node:path";
import type { Certainty, Level } from "tls-rules";
import { describeError } from "../failures/describe-error.js";
import { UsageError } from "../failures/usage-error.js";
import { jsonProblem } from "../files/json-problem.js";
import { parseJson } from "../files/parse-json.js";
import { readText } from "../files/text.js";
import type { TestChoice } from "../selection/test-files.js";
import { findRepository } from "../vcs/repository.js";
import { validate } from "./config-validator.js";

/** What config.schema.json describes. */
export interface ConfigValues {
  readonly profile?: string;
  readonly policy?: string;
  readonly node?: string;
  readonly python?: string;
  readonly openssl?: string;
  readonly types?: boolean | string;
  readonly rules?: readonly string[];
  readonly level?: Level;
  readonly certainty?: Certainty;
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  readonly tests?: TestChoice;
  readonly ext?: readonly string[];
  readonly maxFileSize?: string;
  readonly baseline?: string | false;
  readonly failOn?: string;
}

export interface Config {
  /** Where it stands, as one would type it. */
  readonly name: string;
  /** Absolute; paths and patterns in the values start from here. */
  readonly folder: string;
  readonly values: ConfigValues;
}

export const configName = "tls-codemod.config.json";
export const manifestField = "tls-codemod";

/**
 * The nearest configuration, from a folder up to the root of its repository. Outside of one only the folder itself counts,
 * because those above may be anybody's. Throws a UsageError that names the file and the field.
 */
export function findConfig(folder: string): Config | undefined {
  const root = findRepository(folder)?.root ?? folder;
  for (let at = folder; ; at = dirname(at)) {
    const config = configIn(at);
    if (config || at === root) return config;
  }
}

/** The configuration in a file that was named. */
export function readConfig(name: string, cwd: string): Config {
  const file = resolve(cwd, name);
  const content = read(file);
  if (content === undefined)
    throw new UsageError(`--config ${name}: there is no such file.`, "Name one that is there, or leave --config out.");
  return validated(name, file, content);
}

function configIn(folder: string): Config | undefined {
  const file = join(folder, configName);
  const content = read(file);
  if (content !== undefined) return validated(file, file, content);
  const manifest = join(folder, "package.json");
  const field = fieldOf(manifest);
  return field === undefined ? undefined : validated(`${manifest}: \`${manifestField}\``, manifest, field);
}

function validated(name: string, file: string, content: unknown): Config {
  const problem = jsonProblem(validate, content);
  if (problem)
    throw new UsageError(
      `${name}: ${problem}`,
      "config.schema.json of tls-codemod describes the file; --no-config leaves it out.",
    );
  return { name, folder: dirname(file), values: content as ConfigValues };
}

function read(file: string): unknown {
  const text = textOf(file);
  if (text === undefined) return undefined;
  try {
    return parseJson(text);
  } catch (error) {
    throw new UsageError(`${file}: ${(error as Error).message}.`, "--no-config leaves it out.");
  }
}

/** A package.json that cannot be read is for others to complain about. */
function fieldOf(manifest: string): unknown {
  try {
    return JSON.parse(textOf(manifest) ?? "{}")?.[manifestField];
  } catch {
    return undefined;
  }
}

function textOf(file: string): string | undefined {
  try {
    return readText(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw new UsageError(`${file}: ${describeError(error)}.`, "--no-config leaves it out.");
  }
}
