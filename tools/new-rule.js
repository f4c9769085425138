// Writes the files of a new rule, which works as it is: `pnpm new-rule no-finite-field-dh --option dhparam`.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { fromTemplate, root, runScaffold, UsageError, writeNewFiles } from "./scaffold/new-files.js";

const USAGE = `Usage: pnpm new-rule <name> [--option NAME]

  <name>         no-…, prefer-… or require-…, in small letters: no-weak-group
  --option NAME  the TLS option that the rule asks about (default ciphers)`;

const verbs = { no: "disallow", prefer: "prefer", require: "require" };

runScaffold(() => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { option: { type: "string", default: "ciphers" }, help: { type: "boolean", default: false } },
  });
  if (values.help) console.log(USAGE);
  else writeRule(positionals, values.option);
});

function writeRule([name, ...others], option) {
  if (name === undefined || others.length > 0) throw new UsageError(USAGE);
  const { verb, thing } = partsOf(name);
  assertOption(option);
  const words = {
    name,
    option,
    description: `${verb} ${thing.replaceAll("-", " ")}`,
    transform: verb === "disallow" ? `${thing}-to-default` : `other-to-${thing}`,
  };
  writeNewFiles({
    [`packages/rules/src/rules/${name}.ts`]: fromTemplate("rule.ts", words),
    [`packages/rules/test/rules/${name}.test.ts`]: fromTemplate("rule-cases.ts", words),
    [`packages/eslint-plugin/docs/rules/${name}.md`]: fromTemplate("rule.md", words),
  });
  console.log(`Next: \`npx pnpm@12 generate\`, then \`npx pnpm@12 test ${name} -u\`; see CONTRIBUTING.md.`);
}

function partsOf(name) {
  const [, prefix, thing] = /^(no|prefer|require)-([a-z][a-z0-9]*(?:-[a-z0-9]+)*)$/.exec(name) ?? [];
  if (!prefix)
    throw new UsageError(
      `"${name}" is no name for a rule. Begin with no-, prefer- or require- and go on in small letters with hyphens: no-weak-group.`,
    );
  return { verb: verbs[prefix], thing };
}

function assertOption(option) {
  const names = [
    ...readFileSync(new URL("packages/policy/src/negotiate/tls-options.ts", root), "utf8").matchAll(/^ {2}"(\w+)",$/gm),
  ].map(([, name]) => name);
  if (!names.includes(option))
    throw new UsageError(`"${option}" is no option that the rules read. Use one of ${names.join(", ")}.`);
}
