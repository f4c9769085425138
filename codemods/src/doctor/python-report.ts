import type { PythonFlavour } from "tls-policy";
import { findOnPath } from "../programs/find-on-path.js";
import { runCommand } from "../programs/run-command.js";
import { describeLibrary, type Library } from "./library.js";

/** The `ssl` module of `python3` on PATH. */
export interface PythonReport extends Library {
  readonly path: string;
  readonly python: string;
  /** What `ssl.create_default_context()` sets, in Node's names; `MINIMUM_SUPPORTED` where it leaves that to OpenSSL. */
  readonly minVersion: string | undefined;
  /** How it was built; undefined where both builds do the same, which is up to 3.9. */
  readonly flavour: PythonFlavour | undefined;
}

/** What a build for a distribution takes for a list: OpenSSL's own. */
const distributionList = "ALL:!COMPLEMENTOFDEFAULT:!eNULL";

const script = `
import json, platform, ssl
context = ssl.create_default_context()
minimum = getattr(context, "minimum_version", None)
print(json.dumps({"python": platform.python_version(), "version": ssl.OPENSSL_VERSION, "minimum": getattr(minimum, "name", None), "list": getattr(ssl, "_DEFAULT_CIPHERS", None)}))
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
  const { python, version, minimum, list } = answer;
  return {
    ...describeLibrary(version, today),
    path,
    python,
    minVersion: minimum?.replace(/^TLSv1_/, "TLSv1."),
    flavour: flavourOf(python, list),
  };
}

function flavourOf(python: string, list: string | null | undefined): PythonFlavour | undefined {
  if (list === distributionList) return "distribution";
  const [major, minor] = python.split(".").map(Number);
  return major === 3 && minor !== undefined && minor >= 10 && list ? "python.org" : undefined;
}

interface Answer {
  readonly python: string;
  readonly version: string;
  readonly minimum: string | undefined;
  readonly list?: string | null;
}

function readAnswer(stdout: string): Answer | undefined {
  try {
    return JSON.parse(stdout) as Answer;
  } catch {
    return;
  }
}
