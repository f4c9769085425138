import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import type { ScanOptions } from "../config/run-options.js";
import { UsageError } from "../failures/usage-error.js";
import { type BaselineEntry, baselineName, readBaseline } from "./baseline-file.js";

/** One baseline of a run, its entries with paths from the root of the run. */
export interface Baseline {
  /** Absolute. */
  readonly file: string;
  /** The repository at whose root it stands; undefined for one that was named, which speaks of all. */
  readonly repository: string | undefined;
  readonly entries: readonly BaselineEntry[];
}

export interface Baselines {
  /** The fingerprints that are accepted in a file. Throws a UsageError for a baseline that cannot be read. */
  acceptedIn(path: string): readonly string[];
  /** The baselines that speak of these repositories, empty where there is no such file; none when nothing is to be accepted. */
  of(repositories: Iterable<string>): readonly Baseline[];
}

export interface BaselinesOptions {
  readonly root: string;
  /** A file that was named, or false to accept nothing; undefined for the one at the root of each repository. */
  readonly option: string | false | undefined;
  readonly cwd: string;
  repositoryOf(path: string): string;
}

/** The baselines of a run; each is read once, when a file of its repository is judged. */
export function openBaselines({ root, option, cwd, repositoryOf }: BaselinesOptions): Baselines {
  const opened = new Map<string, Opened>();
  const key = (repository: string) => (option === undefined ? repository : "");

  function open(repository: string): Opened {
    const known = opened.get(key(repository)) ?? openOne(locate(repository));
    opened.set(key(repository), known);
    return known;
  }

  function locate(repository: string): Omit<Baseline, "entries"> {
    return typeof option === "string"
      ? { file: resolve(cwd, option), repository: undefined }
      : { file: join(root, repository, baselineName), repository };
  }

  return {
    acceptedIn: (path) => (option === false ? [] : (open(repositoryOf(path)).fingerprints.get(path) ?? [])),
    of: (repositories) =>
      option === false ? [] : [...new Set([...repositories].map((repository) => open(repository).baseline))],
  };
}

/** Throws a UsageError where a named baseline is not there. */
export function requireBaseline(
  { baseline: option, origins }: Pick<ScanOptions, "baseline" | "origins">,
  cwd: string,
): void {
  if (typeof option !== "string" || existsSync(resolve(cwd, option))) return;
  throw new UsageError(
    `${origins?.["baseline"] ?? "--baseline"} ${option}: there is no such file.`,
    `\`tls-codemod baseline --baseline ${option}\` makes it of what is found today.`,
  );
}

interface Opened {
  readonly baseline: Baseline;
  readonly fingerprints: ReadonlyMap<string, readonly string[]>;
}

function openOne({ file, repository }: Omit<Baseline, "entries">): Opened {
  const entries = (readBaseline(file) ?? []).map((entry) => ({ ...entry, path: prefixed(repository, entry.path) }));
  const fingerprints = new Map<string, string[]>();
  for (const { path, fingerprint } of entries) fingerprints.set(path, [...(fingerprints.get(path) ?? []), fingerprint]);
  return { baseline: { file, repository, entries }, fingerprints };
}

function prefixed(repository: string | undefined, path: string): string {
  return repository === undefined || repository === "." ? path : `${repository}/${path}`;
}
