import { realpathSync } from "node:fs";
import { basename, delimiter, dirname } from "node:path";
import { isInside } from "../files/posix-path.js";
import { isPath, pathOf } from "./find-on-path.js";

/**
 * An environment in which programs may be started while a repository is scanned: its PATH leads to no program that stands there,
 * nor to those that npx and npm scripts put in front of all others.
 */
export function trustedEnvironment(env: NodeJS.ProcessEnv, repository: string | undefined): NodeJS.ProcessEnv {
  const isTrusted = (entry: string) => !isPackageBin(entry) && !(repository && isInside(repository, realPath(entry)));
  const others = Object.entries(env).filter(([name]) => !isPath(name));
  return {
    ...Object.fromEntries(others),
    PATH: pathOf(env).filter(isTrusted).join(delimiter),
    // or else Windows looks into the working folder first
    ...(process.platform === "win32" && { NoDefaultCurrentDirectoryInExePath: "1" }),
  };
}

function isPackageBin(folder: string): boolean {
  return basename(folder) === ".bin" && basename(dirname(folder)) === "node_modules";
}

/** An entry of PATH need not be there. */
function realPath(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}
