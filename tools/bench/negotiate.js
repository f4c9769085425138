// What a call of `negotiate()` costs, with and without its cipher list in the cache, kept in docs/benchmark.md: `pnpm bench:negotiate`.
import { readFileSync, writeFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { parseArgs } from "node:util";
import { negotiate, runtimeFor } from "../../packages/policy/dist/index.js";
import { withGeneratedPart } from "../generate/generated-part.js";
import { machine, median } from "./results.js";

const USAGE = `Usage: pnpm bench:negotiate [--print]

  --print  leave docs/benchmark.md as it is`;

const { values } = parseArgs({
  options: { print: { type: "boolean", default: false }, help: { type: "boolean", default: false } },
});
const page = new URL("../../docs/benchmark.md", import.meta.url);

const runtime = runtimeFor("24.21.0");

const CASES = [
  ["no options", "client", () => ({})],
  ["minVersion", "client", () => ({ minVersion: "TLSv1" })],
  ["throws", "client", () => ({ secureProtocol: "TLS_method", minVersion: "TLSv1.2" })],
  ["known list", "client", () => ({ ciphers: "ECDHE+AESGCM:ECDHE+CHACHA20" })],
  ["known list, server", "server", () => ({ ciphers: "ECDHE+AESGCM:ECDHE+CHACHA20" })],
  // A suite name that no OpenSSL knows makes each list a new one.
  ["new list each time", "client", (index) => ({ ciphers: `ECDHE+AESGCM:ECDHE+CHACHA20:X${index}` })],
  [
    "new long list each time",
    "client",
    (index) => ({ ciphers: `HIGH:!aNULL:!eNULL:!EXPORT:!DES:!RC4:!MD5:!PSK:!SRP:!CAMELLIA:X${index}` }),
  ],
];

const CALLS = 10_000;
const ROUNDS = 9;

function microsecondsPerCall([, side, optionsAt], round) {
  const start = performance.now();
  for (let index = 0; index < CALLS; index++) negotiate(optionsAt(round * CALLS + index), runtime, side);
  return ((performance.now() - start) * 1000) / CALLS;
}

/** In turns, the first of which only warms up, so that no case pays for the compiler or for what else the machine does. */
function measure() {
  const rounds = Array.from({ length: ROUNDS + 1 }, (_, round) =>
    CASES.map((each) => microsecondsPerCall(each, round)),
  ).slice(1);
  return CASES.map((_, index) => median(rounds.map((times) => times[index])));
}

function run() {
  const times = measure();
  const rows = CASES.map(([name], index) => `| ${name} | ${times[index].toFixed(1)} |`);
  const table = ["| call | µs |", "| --- | ---: |", ...rows].join("\n");
  const text = `For ${runtime.name}, the median of ${ROUNDS} rounds of ${CALLS.toLocaleString("en")} calls each.\nOn ${machine()}.\n\n${table}`;
  console.log(text);
  if (!values.print)
    writeFileSync(page, withGeneratedPart("docs/benchmark.md", readFileSync(page, "utf8"), "negotiate", text));
}

if (values.help) console.log(USAGE);
else run();
