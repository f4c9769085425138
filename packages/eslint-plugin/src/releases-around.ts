import { dirname, join } from "node:path";
import { type PackageReleases, packageReleases } from "tls-rules";
import { foldersBetween, textOf } from "./folders-around.js";

/**
 * Which releases of packages the manifests around a file say: those from its folder up to the one that ESLint was started in.
 * They are read anew for each file, because an editor's ESLint lives for days, and not before a client's table asks for a major.
 */
export function releasesAround(file: string, top: string): PackageReleases {
  return packageReleases(foldersBetween(dirname(file), top), (folder, name) => textOf(join(folder, name)));
}
