import { readFile } from "node:fs/promises";

const root = new URL("../../", import.meta.url);

/** Where a sentence names the default profile, by what stands around its name. */
const sentences = {
  "codemods/config.schema.json": /(?<="What is recommended; `)\w+(?=` by default\.")/,
  "packages/policy/policy.schema.json": /(?<="extends": \{ "description": "`)\w+(?=` when left out\.")/,
  "packages/eslint-plugin/README.md": /(?<=^\| `profile` \| .* \| `")\w+(?="` \|$)/m,
  "docs/guides/organisation-policy.md": /(?<=^\| `extends` \| .*; `)\w+(?=` where it is left out \|$)/m,
};

/**
 * The texts that name the default profile, with tls-policy's.
 * @returns {Promise<Map<string, string>>} text by path from the repository root; nothing is written.
 */
export async function generateDefaultProfile() {
  const { DEFAULT_PROFILE } = await import(new URL("packages/policy/dist/index.js", root).href);
  return new Map(
    await Promise.all(
      Object.entries(sentences).map(async ([path, name]) => {
        const text = await readFile(new URL(path, root), "utf8");
        if (!name.test(text)) throw new Error(`${path} does not say what the default profile is.`);
        return [path, text.replace(name, DEFAULT_PROFILE)];
      }),
    ),
  );
}
