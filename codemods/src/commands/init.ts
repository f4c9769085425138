import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { DEFAULT_PROFILE } from "tls-policy/profile-names";
import { patchOf } from "../engine/text/patch.js";
import { describeError } from "../failures/describe-error.js";
import { exitCodes } from "../failures/exit-codes.js";
import { UsageError } from "../failures/usage-error.js";
import { makeFolderInside } from "../files/inside.js";
import { installCommand } from "../init/install-command.js";
import type { Project, Proposal } from "../init/proposal.js";
import { proposeCi } from "../init/propose-ci.js";
import { proposeConfig } from "../init/propose-config.js";
import { proposeEslint } from "../init/propose-eslint.js";
import type { Host } from "../terminal/host.js";
import { plural } from "../terminal/plural.js";
import { printable } from "../terminal/printable.js";
import { programName } from "../terminal/program-name.js";
import { canAsk, Prompt } from "../terminal/prompt.js";
import { show, showLines } from "../terminal/show.js";
import { findRepository } from "../vcs/repository.js";

export interface InitOptions {
  readonly profile: string;
  readonly yes?: boolean;
  /** Only says whether ESLint reads what the repository holds. */
  readonly check?: boolean;
  readonly interactive: boolean;
}

type NewFile = Extract<Proposal, { kind: "file" }>;

/** Shows what would set the repository up, and writes the files that are not there when somebody says so. Returns the exit code. */
export async function init({ profile, yes = false, check, interactive }: InitOptions, host: Host): Promise<number> {
  const project: Project = { root: findRepository(host.cwd)?.root ?? host.cwd, profile };
  if (check) return checkEslint(proposeEslint(project), host);
  const proposals = [proposeConfig(project), proposeEslint(project), ...proposeCi(project)];
  const files = proposals.filter((proposal) => proposal.kind === "file");
  for (const proposal of proposals) show(host.stdout, described(proposal));
  if (files.length === 0) show(host.stdout, "Nothing to write.\n");
  else if (yes || (interactive && (await isAgreed(files, host)))) writeAll(files, project.root, host);
  else
    show(
      host.stdout,
      `Nothing was written. To write ${files.length === 1 ? "it" : "them"}: ${programName(host.env)} init${profile === DEFAULT_PROFILE ? "" : ` --profile ${profile}`} --yes\n`,
    );
  return exitCodes.ok;
}

/** By what ESLint's configuration names; nothing of the repository is run to know. */
function checkEslint(proposal: Proposal, { stdout, env }: Host): number {
  switch (proposal.kind) {
    case "file":
      show(
        stdout,
        `ESLint has no configuration here. \`${programName(env)} init\` shows one, for all languages of the repository.\n`,
      );
      return exitCodes.conditionMet;
    case "present":
      show(stdout, `${printable(proposal.path)} has the rules, and a parser for each language of the repository.\n`);
      return exitCodes.ok;
    case "by hand":
      show(stdout, described(proposal));
      return exitCodes.conditionMet;
    case "left out":
      show(stdout, described(proposal));
      return exitCodes.ok;
  }
}

function described(proposal: Proposal): string {
  switch (proposal.kind) {
    case "file":
      return newFilePatch(proposal);
    case "present":
      return `${printable(proposal.path)} is there already and stays as it is.\n`;
    case "by hand":
      return `${printable(proposal.path)} is there already${proposal.lack === undefined ? "" : `, ${proposal.lack},`} and stays as it is. Add to it:\n\n${proposal.lines.replaceAll(/^(?=.)/gm, "    ")}\n`;
    case "left out":
      return `${proposal.what} is left out: ${printable(proposal.reason)}.\n`;
  }
}

/** A patch that `git apply` takes, for a file that is not there. */
function newFilePatch({ path, text }: NewFile): string {
  return patchOf(path, "", [{ range: [0, 0], text }]).replace(/^--- .*$/m, "new file mode 100644\n--- /dev/null");
}

async function isAgreed(files: readonly NewFile[], host: Host): Promise<boolean> {
  if (!canAsk(host)) return false;
  const prompt = new Prompt(host);
  try {
    return /^y(es)?$/i.test((await prompt.line(`Write ${plural(files.length, "file")}? [y/N] `)) ?? "");
  } finally {
    prompt.end();
  }
}

function writeAll(files: readonly NewFile[], root: string, { stdout, env }: Host): void {
  for (const file of files) {
    write(root, file);
    showLines(stdout, [`wrote ${file.path}`]);
  }
  show(stdout, nextSteps(files, root, programName(env)));
}

/** Throws a UsageError that names the file; what has come to be there meanwhile is not overwritten. */
function write(root: string, { path, text }: NewFile): void {
  try {
    makeFolderInside(root, join(root, path));
    writeFileSync(join(root, path), text, { flag: "wx" });
  } catch (error) {
    throw new UsageError(
      `${join(root, path)} could not be written: ${describeError(error)}.`,
      "What is named above was written; `tls-codemod init` goes on from there.",
    );
  }
}

function nextSteps(files: readonly NewFile[], root: string, program: string): string {
  const packages = files.flatMap(({ needs = [] }) => needs);
  const install = packages.length > 0 ? `next: ${installCommand(root, packages)}\n      ` : "next: ";
  return `${install}${program} check\n`;
}
