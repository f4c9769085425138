/** A file in which a package manager says what it installed, and how a release of a package stands in there. */
interface Lockfile {
  readonly name: string;
  /** The numbers of the release are the first group. */
  readonly entry: (escapedName: string) => RegExp;
}

const release = String.raw`(\d+\.\d+\.\d+)`;

// documents of the formats: docs.npmjs.com/cli/configuring-npm/package-lock-json, pnpm/spec, yarnpkg.com, bun.sh/docs/install/lockfile
const lockfiles: readonly Lockfile[] = [
  {
    name: "pnpm-lock.yaml",
    entry: (name) => new RegExp(String.raw`^ +['"]?/?${name}[@/]${release}`, "gm"),
  },
  {
    name: "yarn.lock",
    entry: (name) => new RegExp(String.raw`^"?${name}@[^\n]*:\r?\n {2}"?version"?:? "?${release}`, "gm"),
  },
  ...["package-lock.json", "npm-shrinkwrap.json"].map((file) => ({
    name: file,
    entry: (name: string) =>
      new RegExp(String.raw`"(?:[^"\n]*node_modules/)?${name}": ?\{\s*"version": ?"${release}`, "g"),
  })),
  { name: "bun.lock", entry: (name) => new RegExp(String.raw`\["${name}@${release}`, "g") },
];

/** The releases of a package that the lockfiles of a folder hold. `read` gives the text of a file in the folder. */
export function lockedReleases(name: string, read: (file: string) => string | undefined): readonly string[] {
  const escaped = name.replaceAll(/[.+*?^$()[\]{}|\\/-]/g, String.raw`\$&`);
  const found = lockfiles.flatMap((lockfile) =>
    [...(read(lockfile.name)?.matchAll(lockfile.entry(escaped)) ?? [])].map((match) => match[1]!),
  );
  return [...new Set(found)];
}
