import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { runPythonOracle } from "./run.js";

const RUNS = 60;
const SEED = 20_261_128;

/** 3.6 or newer, with an ssl module of OpenSSL's. */
function findPython(): string | undefined {
  const question = "import ssl, sys; assert sys.version_info >= (3, 6); assert 'OpenSSL' in ssl.OPENSSL_VERSION";
  try {
    execFileSync("python3", ["-I", "-c", question], { stdio: "ignore" });
    return "python3";
  } catch {
    return undefined;
  }
}

const python = findPython();

describe.skipIf(!python)(python ? "python3" : "python3: skipped, none that is 3.6 or newer is on PATH", () => {
  it(`agrees with its handshakes on ${RUNS} contexts, seed ${SEED}`, async () => {
    const { contexts, comparisons, disagreements } = await runPythonOracle({
      executable: python!,
      runs: RUNS,
      seed: SEED,
    });
    expect(disagreements).toEqual([]);
    expect(contexts).toBe(RUNS);
    expect(comparisons).toBeGreaterThan(RUNS);
  });
});
