// Prints what a call of `negotiate()` costs, with and without its cipher list in the cache. Run it after a build: `pnpm bench:negotiate`.
import { performance } from "node:perf_hooks";
import { negotiate, runtimeFor } from "../packages/policy/dist/index.js";

const runtime = runtimeFor("24.21.0");

const CASES = [
  ["no options", "client", () => ({})],
  ["minVersion", "client", () => ({ minVersion: "TLSv1" })],
  ["throws", "client", () => ({ secureProtocol: "TLS_method", minVersion: "TLSv1.2" })],
  ["known list", "client", () => ({ ciphers: "ECDHE+AESGCM:ECDHE+CHACHA20" })],
  ["known list, server", "server", () => ({ ciphers: "ECDHE+AESGCM:ECDHE+CHACHA20" })],
  // A suite name that no OpenSSL knows makes each list a new one.
  ["new list each time", "client", (index) => ({ ciphers: `ECDHE+AESGCM:ECDHE+CHACHA20:X${index}` })],
  ["new long list each time", "client", (index) => ({ ciphers: `HIGH:!aNULL:!eNULL:!EXPORT:!DES:!RC4:!MD5:!PSK:!SRP:!CAMELLIA:X${index}` })],
];

const WARM_UP = 2_000;
const CALLS = 10_000;

function microsecondsPerCall(side, optionsAt) {
  for (let index = 0; index < WARM_UP; index++) negotiate(optionsAt(-index), runtime, side);
  const start = performance.now();
  for (let index = 0; index < CALLS; index++) negotiate(optionsAt(index), runtime, side);
  return ((performance.now() - start) * 1000) / CALLS;
}

console.log(`negotiate() for ${runtime.name}, ${CALLS} calls each on Node ${process.versions.node}`);
for (const [name, side, optionsAt] of CASES) console.log(`${name.padEnd(24)} ${microsecondsPerCall(side, optionsAt).toFixed(1).padStart(7)} µs`);
