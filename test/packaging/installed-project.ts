import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Linter } from "eslint";
import { runNode, runPnpm, runTool } from "./run.js";
import type { Tarball } from "./tarballs.js";

/** An empty project into which a package manager has installed the tarballs, from the registry for everything else. */
export interface InstalledProject {
  readonly folder: string;
  write(files: Readonly<Record<string, string>>): void;
  read(path: string): string;
  /** What the project's own ESLint reports. */
  lint(...words: readonly string[]): Promise<readonly Linter.LintMessage[]>;
  /** What a command of the project prints, as its package manager runs it. */
  exec(command: string, ...words: readonly string[]): Promise<string>;
  remove(): void;
}

export type Tool = "npm" | "pnpm";

type Versions = Readonly<Record<string, string>>;

const exec: Readonly<Record<Tool, (words: readonly string[], folder: string) => Promise<string>>> = {
  npm: (words, folder) => runTool("npx", ["--no-install", ...words], folder),
  pnpm: (words, folder) => runPnpm(["exec", ...words], folder),
};

const install: Readonly<Record<Tool, (folder: string) => Promise<string>>> = {
  npm: (folder) => runTool("npm", ["install", "--prefer-offline", "--no-audit", "--no-fund"], folder),
  pnpm: (folder) => runPnpm(["install", "--prefer-offline"], folder),
};

export async function installProject(
  tool: Tool,
  tarballs: readonly Tarball[],
  others: Versions,
): Promise<InstalledProject> {
  const folder = mkdtempSync(join(tmpdir(), `tls-installed-${tool}-`));
  const write: InstalledProject["write"] = (files) => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
  };
  const own = Object.fromEntries(tarballs.map(({ name, path }) => [name, `file:${path.replaceAll("\\", "/")}`]));
  write({
    "package.json": JSON.stringify({ name: "empty", private: true, devDependencies: { ...own, ...others } }),
    // the packages name each other by version, which no registry has yet
    "pnpm-workspace.yaml": JSON.stringify({ overrides: own }),
  });
  await install[tool](folder);
  return {
    folder,
    write,
    read: (path) => readFileSync(join(folder, path), "utf8"),
    async lint(...words) {
      const [result] = JSON.parse(
        await runNode(["node_modules/eslint/bin/eslint.js", "--format", "json", ...words], folder).catch(
          ({ stdout }) => stdout,
        ),
      );
      return result.messages;
    },
    exec: (command, ...words) => exec[tool]([command, ...words], folder),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Whether the registry answers; what the tarballs depend on comes from there. */
export async function canReachRegistry(): Promise<boolean> {
  return runTool("npm", ["ping", "--fetch-retries=0", "--fetch-timeout=5000"], tmpdir()).then(
    () => true,
    () => false,
  );
}
