import { join, relative } from "node:path";
import type * as Commander from "commander";
import { UsageError } from "../failures/usage-error.js";
import { requireInside } from "../files/inside.js";
import { findRepository } from "../vcs/repository.js";
import { type Config, findConfig, readConfig } from "./config-file.js";
import { parseSize } from "./option-values.js";
import type { ConfigOptions, ScanOptions } from "./run-options.js";

type Configurable = Partial<ScanOptions & { readonly failOn: string }>;

/** The options of a command with those of the configuration where the command line says nothing. Throws a UsageError for a configuration that cannot be used. */
export function withConfig<Options extends ConfigOptions>(
  options: Options,
  command: Commander.Command,
  cwd: string,
): Options {
  const config = configFor(options, cwd);
  if (!config) return options;
  const isTyped = (name: string) => command.getOptionValueSource(name) === "cli";
  const wanted = Object.entries(configured(config, cwd)).filter(
    ([name, value]) =>
      value !== undefined && !isTyped(typedWith[name] ?? name) && isTakenBy(command, typedWith[name] ?? name),
  );
  const isJudgeTyped = isTyped("profile") || isTyped("policy");
  const values = Object.fromEntries(wanted.filter(([name]) => !isJudgeTyped || !["profile", "policy"].includes(name)));
  return {
    ...options,
    ...values,
    origins: Object.fromEntries(Object.keys(values).map((name) => [name, `${config.name}: \`${name}\``])),
  };
}

/** Where a pattern starts goes with the pattern. */
const typedWith: Readonly<Record<string, string>> = { includeFrom: "include", excludeFrom: "exclude" };

function configFor({ config }: ConfigOptions, cwd: string): Config | undefined {
  if (config === false) return undefined;
  return config === undefined ? findConfig(cwd) : readConfig(config, cwd);
}

function configured({ name, folder, values }: Config, cwd: string): Configurable {
  const {
    profile,
    policy,
    node,
    python,
    openssl,
    types,
    rules,
    level,
    certainty,
    include,
    exclude,
    tests,
    ext,
    maxFileSize,
    baseline,
    failOn,
  } = values;
  const root = findRepository(folder)?.root ?? folder;
  const fileNamed = (field: string, path: string) => {
    const file = join(folder, path);
    refuseOutside(`${name}: \`${field}\``, root, file);
    return relative(cwd, file);
  };
  return {
    ...{ profile, node, python, openssl, rules, level, certainty, include, exclude, tests, failOn },
    policy: policy === undefined ? undefined : fileNamed("policy", policy),
    types: typeof types === "string" ? fileNamed("types", types) : types ? "auto" : undefined,
    ext: ext?.map((extension) => (extension.startsWith(".") ? extension : `.${extension}`)),
    maxFileSize: maxFileSize === undefined ? undefined : parseSize(maxFileSize),
    baseline: typeof baseline === "string" ? fileNamed("baseline", baseline) : baseline,
    includeFrom: include && folder,
    excludeFrom: exclude && folder,
  } as Configurable;
}

/** Who wrote the configuration may not be who runs this: it reads and writes nothing outside of its repository. */
function refuseOutside(name: string, root: string, file: string): void {
  try {
    requireInside(root, file);
  } catch (error) {
    throw new UsageError(
      `${name}: ${(error as Error).message}.`,
      "A configuration names files of its own repository. Another file can be named on the command line.",
    );
  }
}

function isTakenBy(command: Commander.Command, name: string): boolean {
  return command.options.some((option) => option.attributeName() === name);
}
