import { resolve } from "node:path";
import { DEFAULT_PROFILE } from "tls-policy/profile-names";
import type { Grade, SettingsInput } from "tls-rules";
import type { Plan } from "../engine/judging/judgement.js";
import { describeError } from "../failures/describe-error.js";
import { meant } from "../failures/did-you-mean.js";
import { UsageError } from "../failures/usage-error.js";
import { parseJson } from "../files/parse-json.js";
import { readText } from "../files/text.js";
import type { ConfigOptions, EditOptions, PolicyOptions, SightOptions } from "./run-options.js";
import { typesPlan } from "./types-plan.js";

/** The plan of a run. Throws a UsageError for a policy, range or rule that cannot be used. */
export async function makePlan(
  options: ConfigOptions & PolicyOptions & EditOptions & SightOptions,
  patches: boolean,
  cwd: string,
): Promise<Plan> {
  if (options.profile !== undefined && options.policy !== undefined) {
    throw new UsageError(
      "--profile and --policy cannot go together: a policy file says itself which profile it `extends`.",
      "Leave --profile out.",
    );
  }
  const {
    policy: policyName = "--policy",
    node: nodeName = "--node",
    python: pythonName = "--python",
    openssl: opensslName = "--openssl",
    rules: rulesName = "--rules",
    types: typesName = "--types",
  } = options.origins ?? {};
  await checkRanges(options, { node: nodeName, python: pythonName, openssl: opensslName });
  return {
    profile: options.profile ?? DEFAULT_PROFILE,
    policy: options.policy === undefined ? undefined : await readPolicy(options.policy, policyName, cwd),
    python: options.python,
    openssl: options.openssl,
    level: options.level ?? "note",
    certainty: options.certainty ?? "likely",
    rules: options.rules && (await selectRules(options.rules, rulesName)),
    grades: gradesOf(options),
    marks: options.mark ?? false,
    patches,
    types:
      options.types === undefined
        ? undefined
        : typesPlan({ tsconfig: options.types, name: typesName, cwd, trustProject: options.trustProject ?? false }),
    sight: { useIgnoreFiles: options.gitignore, maxFileSize: options.maxFileSize },
  };
}

function gradesOf({ only, ask }: EditOptions): readonly Grade[] {
  return only ?? (ask ? ["fix", "upgrade", "ask"] : ["fix", "upgrade"]);
}

/** What to write, by option. */
const rangeAdvice = {
  node: 'Give a range as in `engines.node`, such as --node ">=18" or --node "20 || 22".',
  python: 'Give a range as in `requires-python`, such as --python ">=3.9".',
  openssl: 'Give a range of releases, such as --openssl ">=3.0".',
} as const;

type RangeOption = keyof typeof rangeAdvice;

async function checkRanges(options: PolicyOptions, names: Readonly<Record<RangeOption, string>>): Promise<void> {
  for (const option of Object.keys(rangeAdvice) as RangeOption[]) {
    const range = options[option];
    if (range !== undefined) await checkRange({ [option]: range }, names[option], rangeAdvice[option]);
  }
}

async function checkRange(input: SettingsInput, name: string, advice: string): Promise<void> {
  const { resolveSettings } = await import("tls-rules");
  try {
    resolveSettings(input);
  } catch (error) {
    throw new UsageError(`${name} ${JSON.stringify(Object.values(input)[0])}: ${(error as Error).message}`, advice);
  }
}

async function readPolicy(file: string, name: string, cwd: string): Promise<unknown> {
  const { parsePolicy, PolicyError } = await import("tls-policy");
  const policy = readJson(`${name} ${file}`, resolve(cwd, file));
  try {
    parsePolicy(policy);
  } catch (error) {
    if (!(error instanceof PolicyError || error instanceof RangeError)) throw error;
    throw new UsageError(
      `${name} ${file}: ${error.message}`.split("\n"),
      "policy.schema.json of tls-policy describes the file.",
    );
  }
  return policy;
}

function readJson(name: string, file: string): unknown {
  try {
    return parseJson(readText(file));
  } catch (error) {
    throw new UsageError(`${name}: ${describeError(error)}.`, "Give a JSON file with the overrides of a profile.");
  }
}

/** `a,b` selects these; `-a` leaves one out of all, or out of those selected. */
async function selectRules(words: readonly string[], name: string): Promise<readonly string[]> {
  const { rules } = await import("tls-rules");
  const names = rules.map(({ name }) => name).sort();
  const unknown = words.filter((word) => !names.includes(word.replace(/^-/, "")));
  if (unknown.length > 0)
    throw new UsageError(`${name}: there is no rule ${unknown.join(", ")}.`, [
      ...unknown.flatMap((word) => meant(word.replace(/^-/, ""), names)),
      `There are: ${names.join(", ")}.`,
    ]);
  const wanted = words.filter((word) => !word.startsWith("-"));
  const selected = (wanted.length > 0 ? wanted : names).filter((name) => !words.includes(`-${name}`));
  if (selected.length === 0) throw new UsageError(`${name} leaves no rule.`, `There are: ${names.join(", ")}.`);
  return selected;
}
