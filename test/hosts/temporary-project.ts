import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the workspace, with a slash at its end. */
export const root = fileURLToPath(new URL("../../", import.meta.url));

/** A project on disk with the built plugin and some of the workspace's packages installed. */
export interface TemporaryProject {
  readonly folder: string;
  write(files: Readonly<Record<string, string>>): void;
  read(path: string): string;
  remove(): void;
}

/** `packages` maps the name under which a package is installed to the one that it has in the workspace: `{ eslint: "eslint-9" }`. */
export function createProject(packages: Readonly<Record<string, string>>): TemporaryProject {
  const folder = mkdtempSync(join(tmpdir(), "tls-host-"));
  const link = (name: string, target: string) => {
    mkdirSync(dirname(join(folder, "node_modules", name)), { recursive: true });
    symlinkSync(join(root, target), join(folder, "node_modules", name));
  };
  link("eslint-plugin-tls", "packages/eslint-plugin");
  for (const [name, installed] of Object.entries(packages)) link(name, `node_modules/${installed}`);
  return {
    folder,
    write(files) {
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
      }
    },
    read: (path) => readFileSync(join(folder, path), "utf8"),
    remove: () => rmSync(folder, { recursive: true }),
  };
}
