/** The POSIX path of a file from the project's folder; files elsewhere keep their whole path. */
export function projectPath(folder: string, file: string): string {
  const base = `${toPosix(folder)}/`.replace("//", "/");
  const path = toPosix(file);
  return path.startsWith(base) ? path.slice(base.length) : path;
}

function toPosix(path: string): string {
  return path.replaceAll("\\", "/");
}
