import type { SourceText } from "../source-text.js";

export const verificationVariable = "NODE_TLS_REJECT_UNAUTHORIZED";
export const optionsVariable = "NODE_OPTIONS";
/** How pg connects where the program says nothing of TLS. */
export const postgresVariable = "PGSSLMODE";

const watched = new Set([verificationVariable, optionsVariable, postgresVariable]);

// npm takes its settings from the environment in upper and lower case
const npmVariable = /^npm_config_(strict[_-]ssl|node[_-]options)$/i;

/** Whether an environment variable decides how Node or npm does TLS. */
export function isWatchedVariable(name: string): boolean {
  return watched.has(name) || npmVariable.test(name);
}

/** The setting of npm that a variable gives: `strict-ssl` for `npm_config_strict_ssl`. */
export function npmSettingOf(variable: string): string | undefined {
  return npmVariable.exec(variable)?.[1]!.toLowerCase().replace("_", "-");
}

const assignment = /^(?:-e|--env=|--build-arg=)?([\w-]+)=/;

/** A word `NAME=value` for one of the watched variables. */
export function assignmentIn(word: SourceText): { readonly name: string; readonly value: SourceText } | undefined {
  const [head, name] = assignment.exec(word.text) ?? [];
  return name !== undefined && isWatchedVariable(name) ? { name, value: word.slice(head!.length) } : undefined;
}
