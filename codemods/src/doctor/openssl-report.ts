import { findOnPath } from "../programs/find-on-path.js";
import { runCommand } from "../programs/run-command.js";
import { describeLibrary, type Library } from "./library.js";

/** The `openssl` command on PATH. */
export interface OpenSslReport extends Library {
  readonly path: string;
  /** The configuration that it reads without OPENSSL_CONF. */
  readonly config: string | undefined;
}

/** Undefined where there is no `openssl` on PATH, or where it does not answer. @param today `2026-11-23`. */
export async function examineOpenSsl(
  env: NodeJS.ProcessEnv,
  today: string,
  repository?: string,
): Promise<OpenSslReport | undefined> {
  const path = findOnPath("openssl", env, repository);
  if (path === undefined) return;
  const version = await runCommand(path, ["version"], env);
  if (version?.exitCode !== 0 || version.stdout.trim() === "") return;
  const [text] = version.stdout.trim().split(" (Library:");
  const folder = await runCommand(path, ["version", "-d"], env);
  const [, directory] = /OPENSSLDIR:\s*"([^"]*)"/.exec(folder?.stdout ?? "") ?? [];
  return { ...describeLibrary(text!, today), path, config: directory && `${directory}/openssl.cnf` };
}
