// Writes the table of a new client and its sample for the tests: `pnpm new-client faye-websocket@0.11.4`.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { fromTemplate, root, runScaffold, UsageError, writeNewFiles } from "./scaffold/new-files.js";

const USAGE = `Usage: pnpm new-client <npm-name>[@version]

  <npm-name>  the package as npm knows it: ws, @grpc/grpc-js
  @version    the release in whose code you look the table up (default: the latest, asked of the registry)`;

const folder = "packages/rules/src/clients";
const samples = "packages/rules/test/clients/samples.ts";

runScaffold(() => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { help: { type: "boolean", default: false } },
  });
  if (values.help) console.log(USAGE);
  else writeClient(positionals);
});

function writeClient([spec, ...others]) {
  if (spec === undefined || others.length > 0) throw new UsageError(USAGE);
  const { name, given } = partsOf(spec);
  assertUnknown(name);
  const text = withSample(readFileSync(new URL(samples, root), "utf8"), name);
  const version = given ?? latestOf(name);
  writeNewFiles({
    [`${folder}/${name.replace("@", "").replaceAll(/[/.]/g, "-")}.ts`]: fromTemplate("client.ts", { name, version }),
  });
  writeFileSync(new URL(samples, root), text);
  console.log(`${samples}: one line more`);
  console.log("Next: `npx pnpm@12 generate`, then `npx pnpm@12 test conformance`; see CONTRIBUTING.md.");
}

function partsOf(spec) {
  const [, name, given] =
    /^((?:@[a-z0-9][\w.-]*\/)?[a-z0-9][\w.-]*)(?:@(\d+\.\d+\.\d+(?:[.-][\w.-]*)?))?$/.exec(spec) ?? [];
  if (!name)
    throw new UsageError(
      `"${spec}" is no name of an npm package with its version. Write ws, ws@8.23.0 or @grpc/grpc-js@1.14.5.`,
    );
  return { name, given };
}

/** A module belongs to one table only. */
function assertUnknown(name) {
  const known = readdirSync(new URL(folder, root)).find((file) =>
    modulesIn(readFileSync(new URL(`${folder}/${file}`, root), "utf8")).includes(`"${name}"`),
  );
  if (known) throw new UsageError(`${folder}/${known} is the table of ${name}. Extend that one.`);
}

function modulesIn(text) {
  return /\bmodules: \[([^\]]*)\]/.exec(text)?.[1].split(/,\s*/) ?? [];
}

function latestOf(name) {
  try {
    return execFileSync("npm", ["view", name, "version"], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
      shell: process.platform === "win32",
    }).trim();
  } catch {
    throw new UsageError(
      `The registry does not tell the version of ${name}. Check the name, or say the version: \`pnpm new-client ${name}@1.0.0\`.`,
    );
  }
}

/** The table of samples with the client's own line, in the order of the names. */
function withSample(text, name) {
  const start = text.indexOf("export const samples");
  const keys = [...text.slice(start).matchAll(/^ {2}(?:"([^"]+)"|([\w$]+)):/gm)].map((match) => ({
    key: match[1] ?? match[2],
    index: start + match.index,
  }));
  const next = keys.find(({ key }) => key > name)?.index ?? text.indexOf("\n};", start) + 1;
  const sample = fromTemplate("client-sample.txt", { key: /^[a-z][a-z0-9]*$/.test(name) ? name : `"${name}"` });
  return text.slice(0, next) + sample + text.slice(next);
}
