import type { ProtocolVersion } from "tls-policy";
import { buildService, checkUpstreams, postReading, startService, testService } from "./legacy-service.js";
import { probeCipherSuites, probeProtocolVersions } from "./probe.js";
import { startUpstream, type Upstream } from "./upstream.js";
import { weakCipherList } from "./weak-suites.js";

const upstreamStarts = {
  good: () => startUpstream("test-localhost"),
  selfSigned: () => startUpstream("test-self-signed"),
  wrongHost: () => startUpstream("test-wrong-host"),
  belowTls12: () => startUpstream("test-localhost", { maxVersion: "TLSv1.1" }),
  onlyTls13: () => startUpstream("test-localhost", { minVersion: "TLSv1.3" }),
  onlySuitesNodeLeavesOut: () => startUpstream("test-localhost", { maxVersion: "TLSv1.2", ciphers: weakCipherList }),
};

type PerUpstream<Value> = Readonly<Record<keyof typeof upstreamStarts, Value>>;

export type Upstreams = PerUpstream<Upstream>;

export const startUpstreams = (): Promise<Upstreams> => mapValues(upstreamStarts, (start) => start());

export async function closeUpstreams(upstreams: Upstreams): Promise<void> {
  await mapValues(upstreams, (upstream) => upstream.close());
}

/** What a copy of the service was seen to do. */
export interface Observation {
  /** What the server negotiates with a client that refuses nothing. */
  readonly protocolVersions: readonly ProtocolVersion[];
  readonly cipherSuites: readonly string[];
  /** The server's HTTP status for a reading that it has to hand on to the partner. */
  readonly readingStatus: number;
  /** For each upstream the result of each of the service's clients: `ok`, or the error's code. */
  readonly clients: PerUpstream<Readonly<Record<string, string>>>;
}

/** Builds, tests and runs the service in `folder` against the upstreams. */
export async function observe(folder: string, upstreams: Upstreams): Promise<Observation> {
  await Promise.all([buildService(folder), testService(folder)]);
  const service = await startService(folder, { PARTNER_URL: upstreams.good.url });
  try {
    const port = service.ports.get("readings")!;
    return {
      protocolVersions: await probeProtocolVersions(port),
      cipherSuites: await probeCipherSuites(port),
      readingStatus: await postReading(port),
      clients: await mapValues(upstreams, (upstream) => checkUpstreams(folder, upstream)),
    };
  } finally {
    await service.stop();
  }
}

/** One after the other: programs that all start at once on a busy machine run into the timeouts of the service's clients. */
async function mapValues<Key extends string, From, To>(
  record: Readonly<Record<Key, From>>,
  map: (value: From) => Promise<To>,
): Promise<Readonly<Record<Key, To>>> {
  const entries = Object.entries(record) as [Key, From][];
  const mapped: [Key, To][] = [];
  for (const [key, value] of entries) mapped.push([key, await map(value)]);
  return Object.fromEntries(mapped) as Record<Key, To>;
}
