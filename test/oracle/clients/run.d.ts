import type { Client } from "tls-rules";
import type { Recipe } from "./recipes.js";

export interface ClientTask {
  readonly recipe: Recipe;
  readonly table: Client;
  readonly version: string;
  /** The folder in whose `node_modules` the client is. */
  readonly packages: string;
  /** Path of the Node that runs the programs, and its release number. */
  readonly executable: string;
  readonly node: string;
  /** How many processes at once. */
  readonly jobs: number;
  /** How many programs at most. */
  readonly limit?: number;
}

export interface ClientResult {
  readonly programs: number;
  readonly runs: number;
  readonly disagreements: readonly { readonly text: string; readonly differences: readonly string[] }[];
  /** Programs that could not be run, with what was said. */
  readonly broken: readonly string[];
  /** What stands in the table and no call of the recipe has a place for. */
  readonly uncovered: readonly string[];
}

/** Holds what is said of a client's programs to what its peers see, as they are and as `fix --ask` leaves them. */
export function examineClient(task: ClientTask): Promise<ClientResult>;
