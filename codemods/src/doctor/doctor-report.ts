import type { HeadersReport } from "./headers-report.js";
import type { NodeReport } from "./node-report.js";
import type { OpenSslReport } from "./openssl-report.js";
import type { Override } from "./overrides.js";
import type { ProjectReport } from "./project-report.js";
import type { PythonReport } from "./python-report.js";

/** What `doctor` found; also its JSON form. */
export interface DoctorReport {
  readonly schemaVersion: 1;
  /** The day that maintenance was judged for, `2026-11-23`. */
  readonly date: string;
  /** The Node that runs this first, then the one on PATH where that is another. */
  readonly nodes: readonly NodeReport[];
  readonly openssl: OpenSslReport | undefined;
  /** Undefined where C cannot be compiled against OpenSSL. */
  readonly headers: HeadersReport | undefined;
  readonly python: PythonReport | undefined;
  /** What changes the defaults of the last of the nodes, which is the one that programs get. */
  readonly overrides: readonly Override[];
  readonly project: ProjectReport | undefined;
  /** What to do next, the most urgent first, as sentences. */
  readonly advice: readonly string[];
  readonly caveat: string;
}
