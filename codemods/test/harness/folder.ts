import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

/** A folder of its own for one test, gone afterwards. */
export interface Folder {
  readonly path: string;
  write(files: Readonly<Record<string, string | Uint8Array>>): void;
  read(file: string): string;
  bytes(file: string): Buffer;
  /** Runs git; the folder is a repository after `git("init")`. */
  git(...args: readonly string[]): string;
  /** Makes the folder, or one in it, a repository with everything in it committed. */
  commit(name?: string): void;
}

/** One command in place of three: to start a process costs the more the larger this one is. */
const commitAll =
  "alias.commit-all=!git init --quiet --template= && git add --all --force && git commit --quiet --allow-empty -m all";

const author = [
  "-c",
  "user.name=Test",
  "-c",
  "user.email=test@example.com",
  "-c",
  "init.defaultBranch=main",
  "-c",
  "commit.gpgsign=false",
];

export function createFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): Folder {
  const path = realpathSync(mkdtempSync(join(tmpdir(), "tls-codemod-test-")));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  const folder: Folder = {
    path,
    write(added) {
      for (const [file, content] of Object.entries(added)) {
        mkdirSync(dirname(join(path, file)), { recursive: true });
        writeFileSync(join(path, file), content);
      }
    },
    read: (file) => readFileSync(join(path, file), "utf8"),
    bytes: (file) => readFileSync(join(path, file)),
    git: (...args) =>
      execFileSync("git", [...author, ...args], {
        cwd: path,
        encoding: "utf8",
        stdio: ["ignore", "pipe", "pipe"],
        env: { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null" },
      }),
    commit(name = ".") {
      folder.git("-C", name, "-c", "maintenance.auto=false", "-c", commitAll, "commit-all");
    },
  };
  folder.write(files);
  return folder;
}

/** A folder that is a repository with these files committed. */
export function createRepository(files: Readonly<Record<string, string | Uint8Array>>): Folder {
  const folder = createFolder(files);
  folder.commit();
  return folder;
}
