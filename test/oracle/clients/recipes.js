import { readdirSync } from "node:fs";

const folder = new URL("recipes/", import.meta.url);

/** The recipes of all clients: how a program of each connects, and to what. */
export async function readRecipes() {
  const files = readdirSync(folder).filter((file) => file.endsWith(".js"));
  return Promise.all(files.map(async (file) => (await import(new URL(file, folder).href)).default));
}
