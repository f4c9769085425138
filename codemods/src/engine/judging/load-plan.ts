import { basename } from "node:path";
import { parsePolicy, type ProfileName } from "tls-policy";
import { resolveSettings, type Rule, rules as allRules, type Settings, type SettingsInput } from "tls-rules";
import type { OpenSslRange } from "../neighbours/openssl-range.js";
import { openProjects, type Project } from "../neighbours/project.js";
import type { PythonRange } from "../neighbours/python-range.js";
import { openTypeProjects, type TypesOf } from "../types/type-projects.js";
import type { Plan } from "./judgement.js";

/** The releases that a project says it is for; undefined for the default. */
export interface ProjectRanges {
  /** `engines.node`. */
  readonly node: string | undefined;
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
  const resolved = new Map<string, ReturnType<LoadedPlan["settingsFor"]>>();
  return {
    plan,
    typesOf: plan.types && openTypeProjects(plan.types),
    rules: plan.rules ? allRules.filter(({ name }) => plan.rules!.includes(name)) : allRules,
    settingsFor(ranges) {
      const key = JSON.stringify([ranges.node, ranges.openssl, ranges.python]);
      const known = resolved.get(key) ?? settingsOrDefault(input, ranges, byDefault);
      resolved.set(key, known);
      return known;
    },
    projectIn: openProjects(plan.sight),
  };
}

function settingsOrDefault(
  input: SettingsInput,
  { node, openssl, python }: ProjectRanges,
  fallback: Settings,
): ReturnType<LoadedPlan["settingsFor"]> {
  const told = [
    ...(node === undefined ? [] : [{ said: "engines.node", range: { node } }]),
    ...(openssl === undefined || input.openssl !== undefined
      ? []
      : [{ said: `OpenSSL of ${basename(openssl.file)}`, range: { openssl: openssl.range } }]),
    ...(python === undefined || input.python !== undefined
      ? []
      : [{ said: python.said, range: { python: python.range } }]),
  ];
  let settings = fallback;
  let used = input;
  const notes: string[] = [];
  for (const { said, range } of told) {
    try {
      settings = resolveSettings({ ...used, ...range });
      used = { ...used, ...range };
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      const [text] = Object.values(range);
      notes.push(`${said} is \`${text}\`, which cannot be used: ${error.message} Judged for the default range.`);
    }
  }
  return { settings, note: notes.length > 0 ? notes.join(" ") : undefined };
}
