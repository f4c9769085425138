import type { Certainty, Grade, Level } from "tls-rules";
import type { Shard } from "../selection/shard.js";
import type { TestChoice } from "../selection/test-files.js";

/** Where further options come from. */
export interface ConfigOptions {
  /** A file, or false for none; undefined for the nearest one. */
  readonly config?: string | false;
  /** Names, for messages, what has not come from the command line: `tls-codemod.config.json: \`node\``. */
  readonly origins?: Readonly<Record<string, string>>;
}

/** Which files are read. */
export interface SelectionOptions {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Absolute; the folder that the patterns start from, the working folder where undefined. */
  readonly includeFrom?: string;
  readonly excludeFrom?: string;
  readonly tests: TestChoice;
  /** With the leading dot; undefined for those that are read by default. */
  readonly ext?: readonly string[];
  readonly stdinFiles?: boolean;
  /** A file that lists folders. */
  readonly repos?: string;
  readonly since?: string;
  readonly staged?: boolean;
  /** `auto` for the part that the environment tells. */
  readonly shard?: Shard | "auto";
}

/** Which files may be read at all, selected or as the neighbours of those that are. */
export interface SightOptions {
  readonly gitignore: boolean;
  /** In bytes. */
  readonly maxFileSize: number;
}

/** What they are judged by. */
export interface PolicyOptions {
  readonly profile?: string;
  /** A file. */
  readonly policy?: string;
  readonly node?: string;
  readonly python?: string;
  readonly openssl?: string;
  /** A tsconfig.json, or `auto` for the nearest one of each file. */
  readonly types?: string;
  /** Only from the command line: it makes code of the project run. */
  readonly trustProject?: boolean;
  readonly rules?: readonly string[];
  /** Findings below it are left out, and nothing is edited for them. */
  readonly level?: Level;
  readonly certainty?: Certainty;
  /** A file, or false to accept nothing; undefined for the baseline of each repository. */
  readonly baseline?: string | false;
}

/** Which edits are wanted. */
export interface EditOptions {
  readonly only?: readonly Exclude<Grade, "manual">[];
  readonly ask?: boolean;
  readonly mark?: boolean;
}

/** What every command takes. */
export interface ColorOption {
  /** Undefined where the environment and the terminal decide. */
  readonly color?: boolean;
}

/** What is said about it. */
export interface OutputOptions extends ColorOption {
  readonly format?: string;
  readonly diff?: "patch" | "stat";
  readonly patch?: string;
  /** Without a format, the file's extension tells it. */
  readonly output: readonly { readonly format: string | undefined; readonly file: string }[];
  readonly failOn: string;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
}

export interface RunningOptions {
  readonly jobs: number | "auto";
  /** Seconds for a file, and as many for each MB of it. */
  readonly timeout?: number;
  /** For all processes together, in bytes. */
  readonly memory?: number;
  readonly resume?: boolean;
  readonly cache?: boolean;
  readonly interactive?: boolean;
}

/** What is read and how it is judged, before anything is said about it. */
export type ScanOptions = ConfigOptions &
  SelectionOptions &
  SightOptions &
  PolicyOptions &
  EditOptions &
  RunningOptions;

export type CheckOptions = ScanOptions & OutputOptions;

export interface BaselineOptions extends ScanOptions {
  readonly baseline?: string;
  /** Whether to take out what is gone instead of adding what is found. */
  readonly prune?: boolean;
}

export type ExplainOptions = ConfigOptions & PolicyOptions & ColorOption & { readonly json?: boolean };

export interface MergeOptions extends Omit<OutputOptions, "diff" | "patch" | "failOn"> {
  /** Undefined for what the merged command fails on by itself. */
  readonly failOn?: string;
}

export interface FixOptions extends CheckOptions {
  readonly allowDirty?: boolean;
  readonly allowStaged?: boolean;
  readonly allowNoVcs?: boolean;
  /** The most files that may be changed. */
  readonly maxChanges?: number;
}
