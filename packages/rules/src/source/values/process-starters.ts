import type { ModuleMember } from "./module-bindings.js";

/**
 * What the first argument of a function is that starts a process: `script` is the text of a shell, `words` a program that a list of its words follows,
 * which is the text of a shell where the option `shell` says so, `module` a program for Node.
 */
export type StartedAs = "script" | "words" | "module";

interface ProcessStarter {
  readonly modules: readonly string[];
  /** By the name from the module on, `""` being the module itself; also the tags of template literals. */
  readonly starts: Readonly<Record<string, StartedAs>>;
}

const ofChildProcess = {
  exec: "script",
  execSync: "script",
  spawn: "words",
  spawnSync: "words",
  execFile: "words",
  execFileSync: "words",
  fork: "module",
} as const;

const starters: readonly ProcessStarter[] = [
  { modules: ["child_process"], starts: ofChildProcess },
  { modules: ["worker_threads"], starts: { Worker: "module" } },
  { modules: ["cross-spawn"], starts: { "": "words", spawn: "words", sync: "words" } },
  {
    modules: ["execa"],
    starts: {
      "": "words",
      execa: "words",
      execaSync: "words",
      sync: "words",
      execaCommand: "script",
      execaCommandSync: "script",
      command: "script",
      commandSync: "script",
      execaNode: "module",
      node: "module",
      $: "script",
    },
  },
  { modules: ["nano-spawn"], starts: { "": "words" } },
  { modules: ["tinyexec"], starts: { x: "words", exec: "words" } },
  { modules: ["zx", "zx/core", "dax", "dax-sh", "bun"], starts: { $: "script" } },
  { modules: ["shelljs"], starts: { exec: "script" } },
  { modules: ["@actions/exec"], starts: { exec: "script", getExecOutput: "script" } },
];

const byName = new Map(
  starters.flatMap(({ modules, starts }) =>
    modules.flatMap((module) => Object.entries(starts).map(([name, as]) => [`${module} ${name}`, as] as const)),
  ),
);

/** The last names of what starts processes. */
export const namesOfStarters: ReadonlySet<string> = new Set([
  ...starters.flatMap(({ starts }) => Object.keys(starts)),
  // `execa.$.sync`
  "sync",
]);

const modules = new Set(starters.flatMap((starter) => starter.modules));

/** Whether a module of this name starts processes. */
export function startsProcesses(module: string): boolean {
  return modules.has(module);
}

/** What a function of a module takes to start a process; undefined when it starts none. `$({ cwd })` and `$.sync` start what `$` does. */
export function startedBy({ module, path }: ModuleMember): StartedAs | undefined {
  const name = path.join(".").replace(/^\$(?:\.\(\)|\.sync)+$/, "$");
  return byName.get(`${module} ${name}`);
}
