import { plaintextIn, weakParameters } from "../source/sites/connection-text.js";
import type { SourceText } from "../source-text.js";

export const verificationVariable = "NODE_TLS_REJECT_UNAUTHORIZED";
export const optionsVariable = "NODE_OPTIONS";
/** How pg connects where the program says nothing of TLS. */
export const postgresVariable = "PGSSLMODE";
/** Any value of it, an empty one too, has git verify nothing: measured with git 2.39. */
export const gitVariable = "GIT_SSL_NO_VERIFY";

/** `0` has `urllib2` and `httplib` of Python 2.7 verify nothing; Python 3 does not read it (measured on 3.6 to 3.13). */
export const pythonVariable = "PYTHONHTTPSVERIFY";

const watched = new Set([verificationVariable, optionsVariable, postgresVariable, gitVariable, pythonVariable]);

// npm takes its settings from the environment in upper and lower case
const npmVariable = /^(?:npm_config_|YARN_ENABLE_(?=STRICT_SSL$))(strict[_-]ssl|node[_-]options)$/i;

/** Whether an environment variable decides how Node or npm does TLS. */
export function isWatchedVariable(name: string): boolean {
  return watched.has(name) || npmVariable.test(name);
}

/** The setting of npm that a variable gives: `strict-ssl` for `npm_config_strict_ssl`. */
export function npmSettingOf(variable: string): string | undefined {
  return npmVariable.exec(variable)?.[1]!.toLowerCase().replace("_", "-");
}

/** Names under which something is shown or explained. */
const shown = /^(?:examples?|description|title|summary|help|comment|placeholder)$/i;

/** Whether a variable says how its readers do TLS: by its name, or because it holds a connection string that does. */
export function isWatched(name: string, { text }: SourceText): boolean {
  if (isWatchedVariable(name)) return true;
  return /[=+]/.test(text) && !shown.test(name) && (weakParameters(text).length > 0 || plaintextIn(text) !== undefined);
}

const assignment = /^(?:-e|--env=|--build-arg=)?([\w-]+)=/;

/** A word `NAME=value` for a variable that is watched. */
export function assignmentIn(word: SourceText): { readonly name: string; readonly value: SourceText } | undefined {
  const [head, name] = assignment.exec(word.text) ?? [];
  if (name === undefined) return;
  const value = word.slice(head!.length);
  return isWatched(name, value) ? { name, value } : undefined;
}
