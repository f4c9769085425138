import { readdirSync, readFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");

/** What each package may import of the others. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  "packages/policy": [],
  "packages/rules": ["tls-policy"],
  "packages/eslint-plugin": ["tls-rules"],
  codemods: ["tls-policy", "tls-rules"],
};

const ours = new Set(["tls-policy", "tls-rules", "eslint-plugin-tls", "tls-codemod"]);

/** What a file imports, but for the types of packages whose types are all that is there. */
function importsOf(file: string, typedPackages: readonly string[] = []): readonly string[] {
  const text = readFileSync(file, "utf8");
  const statements = text.matchAll(
    /^(?:import|export)\b(?<type> type\b)?(?:[^"';]*?\bfrom)?\s*["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']/gm,
  );
  return [...statements]
    .filter(([, type, source]) => !(type && typedPackages.includes(source!)))
    .map(([, , source, dynamic]) => source ?? dynamic!);
}

function sourcesOf(folder: string): readonly string[] {
  const source = resolve(root, folder, "src");
  return readdirSync(source, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => resolve(source, file));
}

describe.each(Object.entries(allowed))("%s", (folder, dependencies) => {
  const manifest = JSON.parse(readFileSync(resolve(root, folder, "package.json"), "utf8"));

  it("declares no other package of ours than it may import", () => {
    const declared = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies }).filter((name) =>
      ours.has(name),
    );
    expect(declared.sort()).toEqual([...dependencies].sort());
  });

  it("imports only leftwards, and nothing that it does not declare", () => {
    const declared = new Set(
      Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies, ...manifest.optionalDependencies }),
    );
    const typed = Object.keys(manifest.devDependencies ?? {}).flatMap((name) => /^@types\/(.+)$/.exec(name)?.[1] ?? []);
    const stray = sourcesOf(folder).flatMap((file) =>
      importsOf(file, typed)
        .filter((source) => !source.startsWith(".") && !source.startsWith("node:"))
        .map((source) =>
          source
            .split("/")
            .slice(0, source.startsWith("@") ? 2 : 1)
            .join("/"),
        )
        .filter((name) => !declared.has(name))
        .map((name) => `${relative(root, file)} imports ${name}`),
    );
    expect(stray).toEqual([]);
  });

  it("does not reach into another package's folder", () => {
    const inside = resolve(root, folder, "src");
    const stray = sourcesOf(folder).filter((file) =>
      importsOf(file).some((source) => source.startsWith("..") && !resolve(dirname(file), source).startsWith(inside)),
    );
    expect(stray.map((file) => relative(root, file))).toEqual([]);
  });
});

it("tls-policy uses no Node module, so that it runs in a browser", () => {
  const stray = sourcesOf("packages/policy").filter((file) =>
    importsOf(file).some((source) => source.startsWith("node:")),
  );
  expect(stray).toEqual([]);
});

it("tls-rules uses no Node module: it does no I/O", () => {
  const stray = sourcesOf("packages/rules").filter((file) =>
    importsOf(file).some((source) => source.startsWith("node:")),
  );
  expect(stray).toEqual([]);
});
