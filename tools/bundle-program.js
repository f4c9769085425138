import { rm, writeFile } from "node:fs/promises";
import { isAbsolute, join } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";
import { licencesOf } from "./licences.js";

const dist = fileURLToPath(new URL("../codemods/dist/", import.meta.url));
const program = join(dist, "program");

/** What is put into the program: our own packages, and the one dependency of several hundred files that are all loaded. */
const inside = /^(?:\.|tls-policy|tls-rules|@typescript-eslint\/|eslint-visitor-keys)/;

/** What nearly every run needs: in one file, as each of its small ones would take as long to find as to run. */
const ground =
  /[\\/]codemods[\\/]dist[\\/](?:collections|failures|files|loading|terminal[\\/](?:columns|paint|plural|printable))\b/;

/**
 * Puts the compiled command line, and the process that judges, together in a few files each: a run that judges one file spends a quarter of its time
 * on finding and loading five hundred. Writes `codemods/dist/program`.
 */
export async function bundleProgram() {
  const bundle = await rolldown({
    input: {
      cli: join(dist, "cli.js"),
      worker: join(dist, "engine/workers/worker.js"),
      watch: join(dist, "engine/workers/watch.js"),
    },
    platform: "node",
    external: (name) => !inside.test(name) && !isAbsolute(name),
  });
  try {
    await rm(program, { recursive: true, force: true });
    const { output } = await bundle.write({
      dir: program,
      chunkFileNames: "[name]-[hash].js",
      codeSplitting: { groups: [{ name: "ground", test: ground }] },
      comments: { jsdoc: false },
    });
    await writeFile(
      join(program, "third-party-licenses.txt"),
      await licencesOf(output.flatMap(({ moduleIds = [] }) => moduleIds)),
    );
  } finally {
    await bundle.close();
  }
}
