import { VENDOR_BACKPORT_CAVEAT } from "tls-policy";
import { trustedEnvironment } from "../programs/trusted-environment.js";
import { findRepository } from "../vcs/repository.js";
import { adviceFor } from "./advice.js";
import type { DoctorReport } from "./doctor-report.js";
import { examineHeaders } from "./headers-report.js";
import { runtimeOf } from "./node-lines.js";
import { examineNode, nodesAtHand } from "./node-report.js";
import { examineOpenSsl } from "./openssl-report.js";
import { nodeOptionsOf, overridesIn } from "./overrides.js";
import { examineProject } from "./project-report.js";
import { examinePython } from "./python-report.js";
import { withAbsolutePaths } from "./with-absolute-paths.js";

/**
 * Looks at the TLS of this machine and project by running what is there on PATH, and nothing that the project holds.
 * @param folder whose nearest package.json counts.
 * @param date the day to judge maintenance for, `2026-11-23`.
 */
export async function examine(folder: string, given: NodeJS.ProcessEnv, date: string): Promise<DoctorReport> {
  const repository = findRepository(folder)?.root;
  const env = withAbsolutePaths(trustedEnvironment(given, repository), folder);
  const flags = nodeOptionsOf(env);
  const [nodes, openssl, python] = await Promise.all([
    Promise.all(nodesAtHand(env, repository).map((path) => examineNode(path, env, flags, date))),
    examineOpenSsl(env, date, repository),
    examinePython(env, date, repository),
  ]);
  const version = nodes.at(-1)!.version;
  const runtime = version === undefined ? undefined : runtimeOf(version);
  const overrides = version !== undefined && runtime ? overridesIn(env, version, runtime) : [];
  const found = {
    schemaVersion: 1,
    date,
    nodes,
    openssl,
    headers: examineHeaders(env, date, repository),
    python,
    overrides,
    project: examineProject(folder, date),
  } as const;
  return { ...found, advice: adviceFor(found), caveat: VENDOR_BACKPORT_CAVEAT };
}
