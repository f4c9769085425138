import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, readFile, realpath, rm, symlink } from "node:fs/promises";
import { request } from "node:https";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Upstream } from "./upstream.js";

const run = promisify(execFile);

const example = fileURLToPath(new URL("../../examples/legacy-service", import.meta.url));

/** The PEM file of one of the example's test certificates. */
export const certificateFile = (name: string): string => join(example, "certs", `${name}.pem`);

/** Copies the example to a temporary folder, without what it builds and with the dependencies it has here. */
export async function copyService(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "legacy-service-")));
  await cp(example, folder, {
    recursive: true,
    filter: (source) => !["node_modules", "dist"].includes(basename(source)),
  });
  await symlink(join(example, "node_modules"), join(folder, "node_modules"), "junction");
  return folder;
}

export const removeService = (folder: string): Promise<void> => rm(folder, { recursive: true });

/** Compiles the example's TypeScript; rejects when a type is wrong. */
export async function buildService(folder: string): Promise<void> {
  await run(process.execPath, ["node_modules/typescript/bin/tsc"], { cwd: folder });
}

/** Runs the example's own tests; rejects when one fails. */
export async function testService(folder: string): Promise<void> {
  await run(process.execPath, ["--test", "test/tls-settings.test.js"], { cwd: folder, env: {} });
}

export interface RunningService {
  /** `readings`, and `statistics` when ADMIN_PORT is set. */
  readonly ports: ReadonlyMap<string, number>;
  stop(): Promise<void>;
}

/** Starts the server on free ports and waits until all of its listeners listen; rejects with its stderr when it ends before. */
export async function startService(
  folder: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<RunningService> {
  const child = spawn(process.execPath, ["src/server.js"], {
    cwd: folder,
    env: { PORT: "0", ...settings },
    timeout: 110_000,
  });
  const exited = once(child, "exit");
  let errors = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (errors += text));
  const stop = async () => {
    child.kill();
    await exited;
  };
  const expected = "ADMIN_PORT" in settings ? 2 : 1;
  const ports = new Map<string, number>();
  for await (const line of createInterface(child.stdout)) {
    const [, listener, port] = /^(\w+) on port (\d+)$/.exec(line) ?? [];
    if (listener) ports.set(listener, Number(port));
    if (ports.size === expected) return { ports, stop };
  }
  await exited;
  throw new Error(errors);
}

/** Hands in a meter reading as a gateway would, verifying the server, and answers the HTTP status. */
export async function postReading(port: number): Promise<number> {
  const ca = await readFile(certificateFile("test-ca.cert"));
  return new Promise((resolve, reject) => {
    const post = request(
      { host: "127.0.0.1", port, path: "/readings", method: "POST", ca, agent: false },
      (response) => {
        response.resume().on("end", () => resolve(response.statusCode!));
      },
    );
    post.on("error", reject).end(JSON.stringify({ meter: "NL-0042", kwh: 1318 }));
  });
}

/**
 * What the example's own check says of each client when `upstream` is behind it: `ok`, or the error's code.
 * Security level 0, as some operators set it for the whole process, shows the floors that OpenSSL 3 hides at its default level.
 */
export async function checkUpstreams(folder: string, upstream: Upstream): Promise<Readonly<Record<string, string>>> {
  const urls = ["PARTNER_URL", "HEAD_END_URL", "BILLING_URL", "TARIFF_URL", "WEATHER_URL"];
  const env = {
    ...Object.fromEntries(urls.map((name) => [name, upstream.url])),
    PGHOST: "127.0.0.1",
    PGPORT: String(upstream.postgresPort),
    PGUSER: "test",
    NODE_EXTRA_CA_CERTS: certificateFile("test-ca.cert"),
    NODE_OPTIONS: "--tls-cipher-list=DEFAULT:@SECLEVEL=0",
  };
  const check = run(process.execPath, ["bin/check-upstreams.js"], { cwd: folder, env, timeout: 110_000 });
  const { stdout } = await check.catch(outputOfFailedCheck);
  return Object.fromEntries(
    stdout
      .trim()
      .split("\n")
      .map((line) => line.split(" ", 2)),
  );
}

/** Exit code 1 with output says that an upstream did not answer; anything else is a failure of the program itself. */
function outputOfFailedCheck(error: Error & { code?: number; stdout?: string }): { stdout: string } {
  if (error.code !== 1 || !error.stdout) throw error;
  return { stdout: error.stdout };
}
