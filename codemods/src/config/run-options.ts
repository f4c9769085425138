import type { Grade } from "tls-rules";
import type { Shard } from "../selection/shard.js";

/** Which files are read. */
export interface SelectionOptions {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** With the leading dot; undefined for those that are read by default. */
  readonly ext?: readonly string[];
  readonly stdinFiles?: boolean;
  readonly since?: string;
  readonly staged?: boolean;
  readonly gitignore: boolean;
  /** In bytes. */
  readonly maxFileSize: number;
  readonly shard?: Shard;
}

/** What they are judged by. */
export interface PolicyOptions {
  readonly profile?: string;
  /** A file. */
  readonly policy?: string;
  readonly node?: string;
  readonly rules?: readonly string[];
}

/** Which edits are wanted. */
export interface EditOptions {
  readonly only?: readonly Exclude<Grade, "manual">[];
  readonly ask?: boolean;
  readonly mark?: boolean;
}

/** What is said about it. */
export interface OutputOptions {
  readonly format?: string;
  readonly diff?: "patch" | "stat";
  readonly patch?: string;
  /** Without a format, the file's extension tells it. */
  readonly output: readonly { readonly format: string | undefined; readonly file: string }[];
  readonly failOn: string;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly color: boolean;
}

export interface RunningOptions {
  readonly jobs: number | "auto";
  readonly resume?: boolean;
  readonly cache?: boolean;
  readonly interactive?: boolean;
}

export type CheckOptions = SelectionOptions & PolicyOptions & EditOptions & OutputOptions & RunningOptions;

export interface FixOptions extends CheckOptions {
  readonly allowDirty?: boolean;
  readonly allowStaged?: boolean;
  readonly allowNoVcs?: boolean;
  /** The most files that may be changed. */
  readonly maxChanges?: number;
}
