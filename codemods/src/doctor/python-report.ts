import { findOnPath } from "../programs/find-on-path.js";
import { runCommand } from "../programs/run-command.js";
import { describeLibrary, type Library } from "./library.js";

/** The `ssl` module of `python3` on PATH. */
export interface PythonReport extends Library {
  readonly path: string;
  readonly python: string;
  /** What `ssl.create_default_context()` sets, in Node's names; `MINIMUM_SUPPORTED` where it leaves that to OpenSSL. */
  readonly minVersion: string | undefined;
}

const script = `
import json, platform, ssl
context = ssl.create_default_context()
minimum = getattr(context, "minimum_version", None)
print(json.dumps({"python": platform.python_version(), "version": ssl.OPENSSL_VERSION, "minimum": getattr(minimum, "name", None)}))
`;

/** Isolated, so that it imports nothing of a folder it is started in. Undefined where there is no `python3` on PATH, or one without `ssl`. @param today `2026-11-23`. */
export async function examinePython(
  env: NodeJS.ProcessEnv,
  today: string,
  repository?: string,
): Promise<PythonReport | undefined> {
  const path = findOnPath("python3", env, repository);
  if (path === undefined) return;
  const answer = readAnswer((await runCommand(path, ["-I", "-c", script], env))?.stdout ?? "");
  if (!answer) return;
  const { python, version, minimum } = answer;
  return { ...describeLibrary(version, today), path, python, minVersion: minimum?.replace(/^TLSv1_/, "TLSv1.") };
}

interface Answer {
  readonly python: string;
  readonly version: string;
  readonly minimum: string | undefined;
}

function readAnswer(stdout: string): Answer | undefined {
  try {
    return JSON.parse(stdout) as Answer;
  } catch {
    return;
  }
}
