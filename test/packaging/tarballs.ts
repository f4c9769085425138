import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { createPackageFromTarballData, type Package } from "@arethetypeswrong/core";
import { runPnpm } from "./run.js";
import { type Manifest, names, type PackageName, root } from "./workspace-packages.js";

/** A package as the registry would get it. */
export interface Tarball {
  readonly name: PackageName;
  /** Where the tarball is on disk. */
  readonly path: string;
  readonly data: Uint8Array<ArrayBuffer>;
  readonly contents: Package;
  readonly manifest: Manifest;
  /** The paths inside, from the package's root. */
  readonly files: readonly string[];
  readFile(path: string): string;
}

/** All published packages, packed from what is built. */
export interface PackedWorkspace {
  readonly folder: string;
  readonly tarballs: readonly Tarball[];
  remove(): void;
}

export async function packWorkspace(): Promise<PackedWorkspace> {
  const folder = mkdtempSync(join(tmpdir(), "tls-packed-"));
  const selected = names.flatMap((name) => ["--filter", name]);
  const packed = JSON.parse(
    await runPnpm(["--recursive", ...selected, "pack", "--pack-destination", folder, "--json"], root),
  ) as readonly { name: PackageName; filename: string }[];
  return {
    folder,
    tarballs: packed.map(({ name, filename }) => tarball(name, join(folder, basename(filename)))),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function tarball(name: PackageName, path: string): Tarball {
  const data = new Uint8Array(readFileSync(path));
  const contents = createPackageFromTarballData(data);
  const prefix = `/node_modules/${name}/`;
  const readFile = (inside: string) => contents.readFile(prefix + inside);
  return {
    name,
    path,
    data,
    contents,
    manifest: JSON.parse(readFile("package.json")) as Manifest,
    files: contents.listFiles(prefix).map((file) => file.slice(prefix.length)),
    readFile,
  };
}
