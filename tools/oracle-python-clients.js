// Holds the tables of Python's clients to the clients themselves; see docs/oracle.md. Run it after a build: `pnpm oracle:python-clients --python PATH`.
import { parseArgs } from "node:util";
import { mendText } from "../codemods/dist/engine/mending/mend-text.js";
import { pythonReaderOf } from "../codemods/dist/engine/reading/read-python.js";
import { resolveSettings } from "../packages/rules/dist/index.js";
import { recipes } from "../test/oracle/python/clients/recipes.js";
import { observe, releaseOf } from "../test/oracle/python/clients/run.js";

const USAGE = `Usage: pnpm oracle:python-clients [--python PROGRAM] [--packages FOLDERS] [--libraries FOLDER] [--client NAME]

  --python PROGRAM    that runs the clients (default: python3)
  --packages FOLDERS  where it finds their packages besides its own, as PYTHONPATH has them
  --libraries FOLDER  where it finds libraries that they are linked with, as LD_LIBRARY_PATH has it
  --client NAME       one client`;

const { values } = parseArgs({
  options: {
    python: { type: "string", default: "python3" },
    packages: { type: "string" },
    libraries: { type: "string" },
    client: { type: "string" },
    help: { type: "boolean", default: false },
  },
});

const settings = resolveSettings({ level: "note" });

const words = { true: "accepts", false: "refuses" };

async function examine(python, recipe, read) {
  const release = await releaseOf(python, recipe.module);
  if (release === undefined) return { release: "not there" };
  const { text } = mendText("program.py", recipe.code, settings, { read, grades: ["fix", "upgrade", "ask"] });
  const [weak, mended] = [
    await observe(python, recipe, recipe.code),
    text === recipe.code ? undefined : await observe(python, recipe, text),
  ];
  return { release, weak, mended, isRight: weak.accepts && (recipe.isForPerson ? !mended : mended?.accepts === false) };
}

if (values.help) {
  console.log(USAGE);
} else {
  const environment = {
    ...(values.packages && { PYTHONPATH: values.packages }),
    ...(values.libraries && { LD_LIBRARY_PATH: values.libraries }),
  };
  const python = { executable: values.python, environment };
  const { read } = await pythonReaderOf(undefined);
  const wanted = recipes.filter(({ client }) => values.client === undefined || client === values.client);
  console.log("| client | release | what it is told | as it is | mended |\n| --- | --- | --- | --- | --- |");
  let wrong = 0;
  for (const recipe of wanted) {
    const { release, weak, mended, isRight } = await examine(python, recipe, read);
    const shown = (seen) => (seen ? words[seen.accepts] : "");
    console.log(`| ${recipe.client} | ${release} | \`${recipe.asks}\` | ${shown(weak)} | ${shown(mended)} |`);
    if (weak && !isRight) {
      wrong++;
      console.error(`  ${recipe.client}: ${weak.said} ... ${mended?.said ?? "nothing is mended"}`);
    }
  }
  process.exitCode = wrong > 0 ? 1 : 0;
}
