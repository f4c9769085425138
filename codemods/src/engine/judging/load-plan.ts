import { parsePolicy, type ProfileName } from "tls-policy";
import { resolveSettings, type Rule, rules as allRules, type Settings, type SettingsInput } from "tls-rules";
import type { AnnouncedImports } from "../neighbours/announced-imports.js";
import { openProject, type Project } from "../neighbours/project.js";
import { openTypeProjects, type TypesOf } from "../types/type-projects.js";
import type { Plan } from "./judgement.js";

/** A plan with its names resolved. */
export interface LoadedPlan {
  readonly plan: Plan;
  readonly rules: readonly Rule[];
  /** The settings for a Node range, resolved once; `note` says when the range could not be used. */
  settingsFor(node: string | undefined): { readonly settings: Settings; readonly note: string | undefined };
  /** The repository that begins in a folder, opened once. */
  projectIn(folder: string): Project;
  /** Undefined where the run is without types. */
  readonly typesOf: TypesOf | undefined;
}

/** Throws tls-policy's errors for an unknown profile or a policy that is not valid. */
export function loadPlan(plan: Plan, announced?: AnnouncedImports): LoadedPlan {
  const input: SettingsInput = {
    profile: plan.profile as ProfileName,
    policy: plan.policy === undefined ? undefined : parsePolicy(plan.policy),
    python: plan.python,
    level: "note",
  };
  const resolved = new Map<string | undefined, ReturnType<LoadedPlan["settingsFor"]>>([
    [undefined, { settings: resolveSettings(input), note: undefined }],
  ]);
  const projects = new Map<string, Project>();
  return {
    plan,
    typesOf: plan.types && openTypeProjects(plan.types),
    rules: plan.rules ? allRules.filter(({ name }) => plan.rules!.includes(name)) : allRules,
    settingsFor(node) {
      if (!resolved.has(node)) resolved.set(node, settingsOrDefault(input, node!, resolved.get(undefined)!.settings));
      return resolved.get(node)!;
    },
    projectIn(folder) {
      if (!projects.has(folder)) projects.set(folder, openProject(folder, plan.sight, announced));
      return projects.get(folder)!;
    },
  };
}

function settingsOrDefault(
  input: SettingsInput,
  node: string,
  fallback: Settings,
): ReturnType<LoadedPlan["settingsFor"]> {
  try {
    return { settings: resolveSettings({ ...input, node }), note: undefined };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return {
      settings: fallback,
      note: `engines.node is \`${node}\`, which cannot be used: ${error.message} Judged for the default range.`,
    };
  }
}
