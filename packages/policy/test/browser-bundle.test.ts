import { fileURLToPath } from "node:url";
import { createContext, runInContext } from "node:vm";
import { rolldown } from "rolldown";
import { expect, it } from "vitest";
import { negotiate, runtimeFor } from "../src/index.js";

async function bundleForBrowsers(): Promise<string> {
  const bundle = await rolldown({
    input: fileURLToPath(new URL("../src/index.ts", import.meta.url)),
    platform: "browser",
  });
  try {
    const { output } = await bundle.generate({ format: "iife", name: "tlsPolicy" });
    expect(output.map(({ fileName }) => fileName)).toHaveLength(1);
    return output[0].code;
  } finally {
    await bundle.close();
  }
}

it("a bundle for browsers needs nothing but the language, and answers as the package does", async () => {
  const globals = createContext({}, { codeGeneration: { strings: false, wasm: false } });
  runInContext(await bundleForBrowsers(), globals);
  const answer = runInContext(
    `JSON.stringify(tlsPolicy.negotiate({ minVersion: "TLSv1", ciphers: "ECDHE+AESGCM:@SECLEVEL=0" }, tlsPolicy.runtimeFor("24.21.0"), "client"))`,
    globals,
  ) as string;
  expect(JSON.parse(answer)).toEqual(
    JSON.parse(
      JSON.stringify(
        negotiate({ minVersion: "TLSv1", ciphers: "ECDHE+AESGCM:@SECLEVEL=0" }, runtimeFor("24.21.0"), "client"),
      ),
    ),
  );
});
