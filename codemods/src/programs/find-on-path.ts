import { accessSync, constants, realpathSync, statSync } from "node:fs";
import { delimiter, isAbsolute, join } from "node:path";
import { isInside } from "../files/posix-path.js";

/**
 * The file that a command name stands for. Only absolute entries of PATH count: what stands in the working folder may be anybody's,
 * and so may what stands in a repository, whatever link leads there. Undefined where there is none.
 */
export function findOnPath(name: string, env: NodeJS.ProcessEnv, repository?: string): string | undefined {
  // a .cmd could only be started through a shell
  const file = process.platform === "win32" ? `${name}.exe` : name;
  return pathOf(env)
    .map((folder) => join(folder, file))
    .find((program) => isExecutable(program) && !(repository && isInside(repository, realpathSync(program))));
}

/** The absolute folders of PATH. */
export function pathOf(env: NodeJS.ProcessEnv): readonly string[] {
  const [, path = ""] = Object.entries(env).find(([name]) => isPath(name)) ?? [];
  return path.split(delimiter).filter((folder) => isAbsolute(folder));
}

/** Windows looks at no case of a variable's name, and usually writes `Path`. */
export function isPath(name: string): boolean {
  return process.platform === "win32" ? name.toUpperCase() === "PATH" : name === "PATH";
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** Whether two paths lead to the same file. */
export function isSameFile(first: string, second: string): boolean {
  return realpathSync(first) === realpathSync(second);
}
