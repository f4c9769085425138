import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { collect } from "../collections/collect.js";
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
  /** Whether findings may be accepted. */
  readonly isUsed: boolean;
  /** Why the baseline of a file's repository cannot be used. Throws a UsageError for one that was named, or of the repository that the run starts from. */
  problemOf(path: string): string | undefined;
  /** The fingerprints that are accepted in a file. */
  acceptedIn(path: string): readonly string[];
  /** The baselines that speak of these repositories, empty where there is no such file; none when nothing is to be accepted, nor those that cannot be used. */
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
    const known = opened.get(key(repository)) ?? openAny(locate(repository));
    opened.set(key(repository), known);
    return known;
  }

  function openAny(place: Omit<Baseline, "entries">): Opened {
    try {
      return openOne(place, readBaseline(place.file) ?? []);
    } catch (error) {
      const isOfOther = place.repository !== undefined && place.repository !== ".";
      if (!(error instanceof UsageError && isOfOther)) throw error;
      return { ...openOne(place, []), problem: error.message };
    }
  }

  function locate(repository: string): Omit<Baseline, "entries"> {
    return typeof option === "string"
      ? { file: resolve(cwd, option), repository: undefined }
      : { file: join(root, repository, baselineName), repository };
  }

  return {
    isUsed: option !== false,
    problemOf: (path) => (option === false ? undefined : open(repositoryOf(path)).problem),
    acceptedIn: (path) => (option === false ? [] : (open(repositoryOf(path)).fingerprints.get(path) ?? [])),
    of(repositories) {
      const wanted = option === false ? [] : [...new Set([...repositories].map(open))];
      return wanted.filter(({ problem }) => problem === undefined).map(({ baseline }) => baseline);
    },
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
  readonly problem?: string;
}

function openOne({ file, repository }: Omit<Baseline, "entries">, own: readonly BaselineEntry[]): Opened {
  const entries = own.map((entry) => ({ ...entry, path: prefixed(repository, entry.path) }));
  const fingerprints = new Map<string, string[]>();
  for (const { path, fingerprint } of entries) collect(fingerprints, path, fingerprint);
  return { baseline: { file, repository, entries }, fingerprints };
}

function prefixed(repository: string | undefined, path: string): string {
  return repository === undefined || repository === "." ? path : `${repository}/${path}`;
}
