import type { ArtifactLocation, Location, PhysicalLocation, Region } from "sarif";

/** What all paths are relative to. */
export const baseId = "%SRCROOT%";

interface Places {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  /** Undefined for the place where something begins. */
  readonly endColumn: number | undefined;
}

export function artifactLocation(path: string): ArtifactLocation {
  return { uri: relativeUri(path), uriBaseId: baseId };
}

/** `.` is the root itself. */
export function folderLocation(path: string): ArtifactLocation {
  return path === "." ? { uriBaseId: baseId } : { uri: `${relativeUri(path)}/`, uriBaseId: baseId };
}

export function physicalLocation(path: string, { line, column, endLine, endColumn }: Places): PhysicalLocation {
  return {
    artifactLocation: artifactLocation(path),
    region:
      endColumn === undefined
        ? { startLine: line, startColumn: column }
        : regionOf({ line, column }, { line: endLine, column: endColumn }),
  };
}

/** The whole file. */
export function fileLocation(path: string): Location {
  return { physicalLocation: { artifactLocation: artifactLocation(path) } };
}

export function regionOf(start: Pick<Places, "line" | "column">, end: Pick<Places, "line" | "column">): Region {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

/** Halves of surrogate pairs, which file names of Windows may hold, have no place in a URI. */
export function relativeUri(path: string): string {
  return path
    .replaceAll(/\p{Surrogate}/gu, "\uFFFD")
    .split("/")
    .map(encodeURIComponent)
    .join("/");
}

/** The address of a remote as a URI, also when it is written as git's `user@host:path`; undefined for a path of this machine. */
export function absoluteUri(remote: string): string | undefined {
  const [, host, path] = /^([\w.-]+@[\w.-]+):(?!\/\/)(.+)$/.exec(remote) ?? [];
  const address = host ? `ssh://${host}/${path!.replace(/^\//, "")}` : remote;
  return /^[a-z][a-z+.-]+:\/\//i.test(address) && URL.canParse(address) ? new URL(address).href : undefined;
}
