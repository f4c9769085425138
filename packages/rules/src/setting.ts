import type { Certainty, Edit } from "./finding.js";
import type { Range, SourceText } from "./source-text.js";

interface Written {
  /** Where it is reported. */
  readonly range: Range;
  /** What takes it out; undefined where something would be left that does not work. */
  readonly removal: readonly Edit[] | undefined;
  readonly certainty: Certainty;
  /** The condition that decides whether it counts, when it reads like somebody's own choice. */
  readonly guard: string | undefined;
}

/** An environment variable that processes are given. */
export interface EnvironmentVariable extends Written {
  readonly kind: "variable";
  readonly name: string;
  readonly value: SourceText;
  /** It is handed to a program that makes of it what it likes, so that nothing is known to mend it. */
  readonly isForeign?: boolean;
}

/** A command line flag of Node. */
export interface Flag {
  /** With its dashes, as Node reads it: `--tls-min-v1.0`. */
  readonly name: string;
  readonly value: SourceText | undefined;
  /** The word as written, with a value behind `=`. */
  readonly word: SourceText;
  readonly range: Range;
  readonly removal: readonly Edit[] | undefined;
}

/** The flags that one process is given, those that concern TLS. */
export interface NodeFlags {
  readonly kind: "node-flags";
  readonly flags: readonly Flag[];
  readonly certainty: Certainty;
  readonly guard: string | undefined;
}

/** A setting of npm and its kin, by the name it has in .npmrc. */
export interface NpmSetting extends Written {
  readonly kind: "npm-setting";
  readonly name: string;
  readonly value: SourceText;
}

/** A command of an OpenSSL configuration that `SSL_CONF_cmd` reads. */
export interface OpenSslCommand extends Written {
  readonly kind: "openssl-command";
  readonly name: string;
  readonly value: SourceText;
}

/** A proxy of a development server that does not verify whom it hands requests on to. */
export interface UnverifiedProxy extends Written {
  readonly kind: "proxy";
  readonly target: string;
  /** The `false` of `"secure": false`. */
  readonly value: SourceText;
}

/** What tells a command to fetch something without verifying who hands it out. */
export interface UnverifiedFetch extends Written {
  readonly kind: "fetch";
  /** The program: `curl`. */
  readonly program: string;
  /** What tells it: `-k`, `-c http.sslVerify=false`. */
  readonly told: string;
  /** Whether all runs to come do without, because it is stored. */
  readonly isStored: boolean;
}

/** Something in a file that decides how the processes started from it do TLS. */
export type Setting = EnvironmentVariable | NodeFlags | NpmSetting | OpenSslCommand | UnverifiedFetch | UnverifiedProxy;
