import { negotiate } from "tls-policy";
import { findOnPath, isSameFile } from "../programs/find-on-path.js";
import { runCommand } from "../programs/run-command.js";
import { describeLibrary, type Library } from "./library.js";
import { isLineMaintained, runtimeOf } from "./node-lines.js";
import { type NodeAnswer, probeNode } from "./node-probe.js";

/** A Node at hand, with what it really does under the present environment. */
export interface NodeReport {
  readonly path: string;
  /** `20.20.2`; undefined where it does not start and is not the one that runs this. */
  readonly version: string | undefined;
  /** Its complaint, where it does not start. */
  readonly failure: string | undefined;
  readonly openssl: Library | undefined;
  /** Linked to the system's OpenSSL instead of Node's own. */
  readonly isOpenSslShared: boolean;
  /** Day after which its line gets no fixes; undefined where no schedule is known. */
  readonly endOfLife: string | undefined;
  readonly isMaintained: boolean | undefined;
  readonly defaults: Defaults | undefined;
  /** Negotiated in memory by a client and a server without options; undefined where that could not be tried. */
  readonly measured: Measured | undefined;
  /** Whether a client negotiates the versions that this release has by itself with the same flags; if not, OpenSSL was built or configured otherwise. */
  readonly isAsReleased: boolean | undefined;
}

export interface Defaults {
  readonly minVersion: string | undefined;
  readonly maxVersion: string | undefined;
  readonly ciphers: string;
  readonly groups: string;
  /** Of Node's own builds; undefined for releases that were not measured. */
  readonly securityLevel: number | undefined;
}

export interface Measured {
  readonly client: readonly string[];
  readonly server: readonly string[];
  readonly checksCertificates: boolean;
}

/** The Node that runs this, and the one on PATH where that is another. */
export function nodesAtHand(env: NodeJS.ProcessEnv, repository: string | undefined): readonly string[] {
  const onPath = findOnPath("node", env, repository);
  return onPath === undefined || isSameFile(onPath, process.execPath) ? [process.execPath] : [process.execPath, onPath];
}

/**
 * Asks a Node by running it under an environment.
 * @param flags those of NODE_OPTIONS.
 * @param today `2026-11-23`.
 */
export async function examineNode(
  path: string,
  env: NodeJS.ProcessEnv,
  flags: readonly string[],
  today: string,
): Promise<NodeReport> {
  const result = await runCommand(path, ["-e", `(${probeNode.toString()})(require, process);`], env);
  const answer = result?.exitCode === 0 ? readAnswer(result.stdout) : undefined;
  return answer ? reportOf(path, answer, env, flags, today) : failureOf(path, result?.stderr ?? "");
}

/** The last line, because what NODE_OPTIONS preloads may print too. */
function readAnswer(stdout: string): NodeAnswer | undefined {
  const line = stdout.trim().split("\n").at(-1)!;
  return line.startsWith("{") ? (JSON.parse(line) as NodeAnswer) : undefined;
}

function failureOf(path: string, stderr: string): NodeReport {
  const lines = stderr.split(/\r?\n/).filter((line) => line.trim() !== "");
  return {
    ...{
      path,
      failure: lines.slice(0, 2).join(" ") || "it gives no answer",
      version: path === process.execPath ? process.versions.node : undefined,
    },
    ...{ openssl: undefined, isOpenSslShared: false, endOfLife: undefined, isMaintained: undefined },
    ...{ defaults: undefined, measured: undefined, isAsReleased: undefined },
  };
}

function reportOf(
  path: string,
  answer: NodeAnswer,
  env: NodeJS.ProcessEnv,
  flags: readonly string[],
  today: string,
): NodeReport {
  const { version, openssl, isOpenSslShared, defaults } = answer;
  const runtime = runtimeOf(version);
  const measured = runtime?.traits.has("hasVersionOptions") ? measuredBy(answer) : undefined;
  return {
    ...{ path, version, failure: undefined, isOpenSslShared, measured },
    openssl: openssl === "" ? undefined : describeLibrary(openssl, today),
    endOfLife: runtime?.endOfLife,
    isMaintained: runtime && isLineMaintained(runtime, today),
    defaults: { ...defaults, securityLevel: runtime?.defaultSecurityLevel },
    isAsReleased: runtime && measured && isAsReleased(measured, negotiate({}, runtime, "client", { flags, env })),
  };
}

function measuredBy({ client, server, checksCertificates }: NodeAnswer): Measured | undefined {
  return client && server && checksCertificates !== undefined ? { client, server, checksCertificates } : undefined;
}

function isAsReleased({ client }: Measured, expected: ReturnType<typeof negotiate>): boolean {
  const versions = expected.outcome === "offers" ? expected.protocolVersions : [];
  return client.join() === versions.join();
}
