import type * as Commander from "commander";
import { requirePackage } from "../loading/require-package.js";

const { Help } = requirePackage("commander") as typeof Commander;

/** What the help shows in place of an option's flags: several options on one line, so that it fits a screen. */
const terms: Readonly<Record<string, string>> = {
  "--diff": "--diff[=stat], --patch <file>",
  "--profile": "--profile <name>, --policy",
  "--node": "--node, --python, --openssl <range>",
  "--repos": "--repos <file>, --stdin-files",
  "--types": "--types, --trust-project",
  "--rules": "--rules, --level, --certainty",
  "--include": "--include, --exclude <pattern>",
  "--since": "--since <ref>, --staged",
  "--baseline": "--[no-]baseline <file>",
  "--config": "--[no-]config <file>",
  "--quiet": "--quiet, --verbose",
  "--allow-dirty": "--allow-dirty|staged|no-vcs",
  "--jobs": "-j, --jobs, --timeout, --memory <n>",
  "--resume": "--resume, --cache",
  "--color": "--[no-]color",
};

/** Named on the line of another option, or asking for what is so anyway. */
const notShown: ReadonlySet<string> = new Set([
  "--exclude",
  "--python",
  "--openssl",
  "--stdin-files",
  "--staged",
  "--policy",
  "--no-baseline",
  "--no-config",
  "--trust-project",
  "--level",
  "--certainty",
  "--patch",
  "--verbose",
  "--allow-staged",
  "--allow-no-vcs",
  "--timeout",
  "--memory",
  "--cache",
  "--no-interactive",
  "--no-color",
]);

/** How the help is written: the descriptions say what the choices and defaults are. */
export const helpConfiguration: Commander.HelpConfiguration = {
  optionDescription: ({ description }) => description,
  visibleOptions: (command) => {
    const own = Help.prototype.visibleOptions(command);
    return [...own.slice(0, -1), ...(command.parent?.options.filter(isForAll) ?? []), ...own.slice(-1)];
  },
  argumentDescription: ({ description }) => description,
  optionTerm: ({ long, flags }) => terms[long ?? ""] ?? flags,
  groupItems: (all, visible, getGroup) => {
    const shown = visible.filter((item) => !("long" in item && notShown.has(item.long ?? "")));
    return Help.prototype.groupItems(all, shown, (item) =>
      getGroup("long" in item && isForAll(item) ? visible.at(-1)! : item),
    );
  },
};

/** Shown with each command, before how to ask for help. */
function isForAll({ long }: Commander.Option): boolean {
  return long === "--color";
}

/** Without a terminal. */
export const helpWidth = 100;
