// Writes the files of a new kind of file besides programs, which works as it is: `pnpm new-file-kind crontab`.
import { parseArgs } from "node:util";
import { fromTemplate, runScaffold, UsageError, writeNewFiles } from "./scaffold/new-files.js";

const USAGE = `Usage: pnpm new-file-kind <name> [--yaml]

  <name>  in small letters, with hyphens: github-workflow
  --yaml  such files are YAML, which needs no reader`;

runScaffold(() => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { yaml: { type: "boolean", default: false }, help: { type: "boolean", default: false } },
  });
  if (values.help) console.log(USAGE);
  else writeKind(positionals, values.yaml);
});

function writeKind([name, ...others], isYaml) {
  if (name === undefined || others.length > 0) throw new UsageError(USAGE);
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name))
    throw new UsageError(`"${name}" is no name for a kind. Write it in small letters with hyphens: github-workflow.`);
  const words = { name };
  const [kind, cases] = isYaml
    ? ["yaml-file-kind.ts", "yaml-file-kind-cases.ts"]
    : ["file-kind.ts", "file-kind-cases.ts"];
  writeNewFiles({
    [`packages/rules/src/other-files/kinds/${name}.ts`]: fromTemplate(kind, words),
    ...(!isYaml && { [`codemods/src/other-files/kinds/${name}.ts`]: fromTemplate("file-kind-reader.ts", words) }),
    [`codemods/test/other-files/${name}.test.ts`]: fromTemplate(cases, words),
  });
  console.log(`Next: \`npx pnpm@12 generate\`, then \`npx pnpm@12 test ${name}\`; see CONTRIBUTING.md.`);
}
