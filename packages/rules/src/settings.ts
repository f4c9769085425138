import type { Policy, Runtime } from "tls-policy";
import type { Certainty, Level } from "./finding.js";

/** What findings are judged by; the same object may serve any number of files. */
export interface Settings {
  readonly policy: Policy;
  /** The Node releases that will run the code. */
  readonly runtimes: readonly Runtime[];
  /** `likely` includes options whose call is out of sight. */
  readonly certainty: Certainty;
  /** Findings below this level are left out. */
  readonly level: Level;
}
