import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

const dist = new URL("../dist/", import.meta.url);

function packagesBehind(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return new Set();
  seen.add(file);
  const text = readFileSync(new URL(file, dist), "utf8");
  const sources = [...text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map(([, source]) => source!);
  return new Set(
    sources.flatMap((source) =>
      source.startsWith(".") ? [...packagesBehind(source.replace(/\.js$/, ".d.ts"), seen)] : [source],
    ),
  );
}

it("the types of the plugin need no package but ESLint", () => {
  expect([...packagesBehind("index.d.ts")]).toEqual(["eslint"]);
});
