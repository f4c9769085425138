import { basename } from "node:path";
import { parsePolicy, type ProfileName } from "tls-policy";
import { resolveSettings, type Rule, rules as allRules, type Settings, type SettingsInput } from "tls-rules";
import type { OpenSslRange } from "../neighbours/openssl-range.js";
import { openProjects, type Project } from "../neighbours/project.js";
import type { PythonRange } from "../neighbours/python-range.js";
import { openTypeProjects, type TypesOf } from "../types/type-projects.js";
import type { Plan, Task } from "./judgement.js";

/** The releases that a project says it is for; undefined for the default. */
export interface ProjectRanges {
  /** `engines.node`, or what a version manager pins. */
  readonly node: Task["node"];
  /** What a build file asks for. */
  readonly openssl?: OpenSslRange | undefined;
  /** What the project says of its Python. */
  readonly python?: PythonRange | undefined;
}

/** A plan with its names resolved. */
export interface LoadedPlan {
  readonly plan: Plan;
  readonly rules: readonly Rule[];
  /** The settings for the ranges of a file's project, resolved once; `note` says when a range could not be used. */
  settingsFor(ranges: ProjectRanges): { readonly settings: Settings; readonly note: string | undefined };
  /** The repository that begins in a folder, opened once as long as its files come together. */
  projectIn(folder: string): Project;
  /** Undefined where the run is without types. */
  readonly typesOf: TypesOf | undefined;
}

/** Throws tls-policy's errors for an unknown profile or a policy that is not valid. */
export function loadPlan(plan: Plan): LoadedPlan {
  const input: SettingsInput = {
    profile: plan.profile as ProfileName,
    policy: plan.policy === undefined ? undefined : parsePolicy(plan.policy),
    python: plan.python,
    openssl: plan.openssl,
    level: plan.level,
    certainty: plan.certainty,
  };
  const byDefault = resolveSettings(input);
  const resolved = new Map<string, ResolvedRanges>();
  return {
    plan,
    typesOf: plan.types && openTypeProjects(plan.types),
    rules: plan.rules ? allRules.filter(({ name }) => plan.rules!.includes(name)) : allRules,
    settingsFor(ranges) {
      const told = rangesTold(input, ranges);
      // projects that ask for the same share their settings, whoever of them says so
      const key = JSON.stringify(told.map(({ range }) => range));
      const known = resolved.get(key) ?? settingsOrDefault(input, told, byDefault);
      resolved.set(key, known);
      return { settings: known.settings, note: noteOn(told, known) };
    },
    projectIn: openProjects(plan.sight),
  };
}

/** What a project says of one kind of releases, and where. */
interface ToldRange {
  readonly said: string;
  readonly range: Pick<SettingsInput, "node" | "openssl" | "python">;
}

interface ResolvedRanges {
  readonly settings: Settings;
  /** Why those that cannot be used cannot, by their place in the list. */
  readonly problems: ReadonlyMap<number, string>;
}

function rangesTold(input: SettingsInput, { node, openssl, python }: ProjectRanges): readonly ToldRange[] {
  return [
    ...(node === undefined ? [] : [{ said: node.said, range: { node: node.range } }]),
    ...(openssl === undefined || input.openssl !== undefined
      ? []
      : [{ said: `OpenSSL of ${basename(openssl.file)}`, range: { openssl: openssl.range } }]),
    ...(python === undefined || input.python !== undefined
      ? []
      : [{ said: python.said, range: { python: python.range } }]),
  ];
}

function settingsOrDefault(input: SettingsInput, told: readonly ToldRange[], fallback: Settings): ResolvedRanges {
  let settings = fallback;
  let used = input;
  const problems = new Map<number, string>();
  for (const [index, { range }] of told.entries()) {
    try {
      settings = resolveSettings({ ...used, ...range });
      used = { ...used, ...range };
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      problems.set(index, error.message);
    }
  }
  return { settings, problems };
}

function noteOn(told: readonly ToldRange[], { problems }: ResolvedRanges): string | undefined {
  const notes = [...problems].map(([index, problem]) => {
    const { said, range } = told[index]!;
    const [text] = Object.values(range);
    return `${said} is \`${text}\`, which cannot be used: ${problem} Judged for the default range.`;
  });
  return notes.length > 0 ? notes.join(" ") : undefined;
}
