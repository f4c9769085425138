import { type Rule, rules } from "tls-rules";
import { type OtherFileRule, otherFileRules } from "tls-rules/other-files";

/** One rule of the plugin: a question that is asked of programs, of other files, or of both. */
export interface Definition {
  readonly name: string;
  readonly program: Rule | undefined;
  readonly otherFile: OtherFileRule | undefined;
}

/** OpenSSL's configuration has no language in ESLint. */
const rulesForOtherFiles = otherFileRules.filter(({ judges }) => judges !== "openssl-command");

const ofPrograms = rules.map((program) => ({
  name: program.name,
  program,
  otherFile: rulesForOtherFiles.find(({ name }) => name === program.name),
}));

const ofOtherFilesOnly = rulesForOtherFiles
  .filter(({ name }) => !ofPrograms.some((definition) => definition.name === name))
  .map((otherFile) => ({ name: otherFile.name, program: undefined, otherFile }));

/** All rules, those for programs first. */
export const definitions: readonly Definition[] = [...ofPrograms, ...ofOtherFilesOnly];
