import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { judgePython, python3 } from "./judge-python.js";

const sample = (name: string) => fileURLToPath(new URL(`../../../examples/legacy-service/${name}`, import.meta.url));
const program = readFileSync(sample("python/export_readings.py"), "utf8");

let server: Server;

beforeAll(async () => {
  const [cert, key] = ["certs/test-localhost.cert.pem", "certs/test-localhost.key.pem"].map((name) =>
    readFileSync(sample(name)),
  );
  server = createServer({ cert, key }, (_, response) => response.end("well\n"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

/** What the program says that it speaks, and what it prints. */
function run(text: string): Promise<readonly [version: string, answer: string]> {
  const address = `localhost:${(server.address() as AddressInfo).port}`;
  const args = ["-I", "-W", "ignore", "-c", text, address, sample("certs/test-ca.cert.pem")];
  return new Promise((resolve, reject) => {
    execFile(python3!, args, { timeout: 110_000 }, (error, output, said) => {
      if (error) reject(error);
      else resolve([said.split(" ")[0]!, output.trimEnd().split("\n").at(-1)!]);
    });
  });
}

describe("the client in Python of the sample service, which needs python3, before and after", () => {
  it.skipIf(!python3)("speaks TLS 1.2 alone, and then what is newest, and is answered by both", async () => {
    const { fixed, asked } = await judgePython(program);
    expect(asked).toBe(fixed);
    expect([await run(program), await run(fixed)]).toEqual([
      ["TLSv1.2", "well"],
      ["TLSv1.3", "well"],
    ]);
  });
});
