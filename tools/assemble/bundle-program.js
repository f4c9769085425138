import { readFile, rm } from "node:fs/promises";
import { isAbsolute, join } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

const codemods = fileURLToPath(new URL("../../codemods/", import.meta.url));
const program = join(codemods, "dist/program");

/** What is put into the program: our own packages. */
const inside = /^(?:\.|tls-policy|tls-rules)/;

/** What nearly every run needs: in one file, as each of its small ones would take as long to find as to run. */
const ground =
  /[\\/]codemods[\\/](?:dist|src)[\\/](?:collections|failures|files|loading|terminal[\\/](?:columns|paint|plural|printable))\b/;

/** The command line as TypeScript has compiled it, or as it is written. */
const kinds = {
  compiled: { folder: "dist", extension: ".js", options: {} },
  written: {
    folder: "src",
    extension: ".ts",
    options: {
      resolve: { extensionAlias: { ".js": [".ts", ".js"] } },
      plugins: [{ name: "sources", resolveId: sourceOf }],
    },
  },
};

/** The source of what one of our own packages exports. */
async function sourceOf(name) {
  const [, short, path = ""] = /^tls-(policy|rules)(\/.*)?$/.exec(name) ?? [];
  if (!short) return undefined;
  const folder = new URL(`../../packages/${short}/`, import.meta.url);
  const { exports } = JSON.parse(await readFile(new URL("package.json", folder), "utf8"));
  const { default: compiled } = exports[`.${path}`];
  return fileURLToPath(new URL(compiled.replace("./dist/", "src/").replace(/\.js$/, ".ts"), folder));
}

/**
 * Puts the command line, and the process that judges, together in a few files each: a run that judges one file spends a quarter of its time
 * on finding and loading five hundred. Writes `codemods/dist/program`.
 * @param {"compiled" | "written"} kind of the files that are put together; `written` needs no compiler, and checks no types.
 */
export async function bundleProgram(kind) {
  const { folder, extension, options } = kinds[kind];
  const entry = (path) => join(codemods, folder, path + extension);
  const bundle = await rolldown({
    ...options,
    input: { cli: entry("cli"), worker: entry("engine/workers/worker"), watch: entry("engine/workers/watch") },
    platform: "node",
    external: (name) => !inside.test(name) && !isAbsolute(name),
  });
  try {
    await rm(program, { recursive: true, force: true });
    await bundle.write({
      dir: program,
      chunkFileNames: "[name]-[hash].js",
      codeSplitting: { groups: [{ name: "ground", test: ground }] },
      comments: { jsdoc: false },
    });
  } finally {
    await bundle.close();
  }
}
