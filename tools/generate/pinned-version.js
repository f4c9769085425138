import { readdir, readFile } from "node:fs/promises";

const root = new URL("../../", import.meta.url);

/** Whoever copies these runs this release: what a registry calls the latest is decided by others, later. */
export async function generatePinnedVersion() {
  const { version } = JSON.parse(await readFile(new URL("codemods/package.json", root), "utf8"));
  const entries = await readdir(new URL("examples/", root), { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(root.pathname.length))
    .filter((path) => !path.includes("legacy-service"));
  return Promise.all(
    [".pre-commit-hooks.yaml", "action.yml", "templates/check.yml", ...files].map(async (path) => {
      const text = await readFile(new URL(path, root), "utf8");
      return [path, text.replaceAll(/\b(tls-codemod)@[\w.-]+/g, `$1@${version}`)];
    }),
  );
}
