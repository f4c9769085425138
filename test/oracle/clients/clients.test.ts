import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { clients } from "tls-rules";
import { expect, it } from "vitest";
import { readRecipes } from "./recipes.js";
import { examineClient } from "./run.js";
import { withoutRecipe } from "./without-recipe.js";

const packages = fileURLToPath(new URL("../../", import.meta.url));
const node = process.versions.node;

const versionOf = (name: string): string =>
  JSON.parse(readFileSync(`${packages}node_modules/${name}/package.json`, "utf8")).version;

const recipes = await readRecipes();

it("each client has a recipe, or a reason to have none", () => {
  const named = [...recipes.map(({ client }) => client), ...Object.keys(withoutRecipe)];
  expect([...new Set(named)].sort()).toEqual(clients.map(({ name }) => name).sort());
});

// those whose packages are here; `pnpm oracle:clients` fetches all
it.each([
  ["node-tls", 12],
  ["pg", 16],
  ["mysql2", 12],
])("what is said of programs of %s is what their peers see", { timeout: 240_000 }, async (name, limit) => {
  const recipe = recipes.find(({ client }) => client === name)!;
  const table = clients.find((client) => client.name === name)!;
  const version = recipe.isBuiltIn ? node : versionOf(name);
  const result = await examineClient({
    ...{ recipe, table, version, packages, executable: process.execPath, node, jobs: 2, limit },
  });
  expect(result.disagreements).toEqual([]);
  expect(result.broken).toEqual([]);
  expect(result.programs).toBe(limit);
});
