import { isBuiltin } from "node:module";
import { join } from "node:path";
import type * as Oxc from "oxc-resolver";
import { isRegularFile } from "../../files/regular-file.js";
import { textOf } from "../../files/text.js";
import { requirePackage } from "../../loading/require-package.js";
import { createChainCheck } from "./config-chains.js";
import { packageNameIn } from "./own-names.js";

/** The file that a specifier means in another file, wherever it stands. */
export type Resolve = (from: string, specifier: string) => string | undefined;

type Resolvers = Readonly<Record<"script" | "typescript", Oxc.ResolverFactory>>;

const script = [".js", ".cjs", ".mjs", ".jsx"];
const typescript = [".ts", ".tsx", ".cts", ".mts"];

/** A program's own language first: a file may stand beside what was compiled from it. */
const scriptAliases = { ".js": [".js", ".ts", ".tsx", ".jsx"], ".mjs": [".mjs", ".mts"], ".cjs": [".cjs", ".cts"] };
const typescriptAliases = { ".js": [".ts", ".tsx", ".js", ".jsx"], ".mjs": [".mts", ".mjs"], ".cjs": [".cts", ".cjs"] };

const common: Oxc.NapiResolveOptions = {
  conditionNames: ["node", "import", "require", "default"],
  mainFields: ["main", "module"],
};
const forScript = { ...common, extensions: [...script, ...typescript], extensionAlias: scriptAliases };
const forTypescript = { ...common, extensions: [...typescript, ...script], extensionAlias: typescriptAliases };

/** Resolves as Node and TypeScript do, by the nearest tsconfig.json too. The packages of a workspace are found without being installed. */
export function createResolver(folder: string, packages: () => ReadonlyMap<string, string>): Resolve {
  const { ResolverFactory } = requirePackage("oxc-resolver") as typeof Oxc;
  const [configured, plain] = [{ tsconfig: "auto" as const }, {}].map((config) => ({
    script: new ResolverFactory({ ...forScript, ...config }),
    typescript: new ResolverFactory({ ...forTypescript, ...config }),
  })) as [Resolvers, Resolvers];
  const hasTooLongChain = createChainCheck();
  const resolve = (from: string, specifier: string) => {
    const resolvers = hasTooLongChain(from) ? plain : configured;
    const resolver = /\.[cm]?tsx?$/.test(from) ? resolvers.typescript : resolvers.script;
    return resolver.resolveFileSync(from, specifier).path?.split("?", 1)[0];
  };
  let isWorkspace: boolean | undefined;
  return (from, specifier) => {
    if (isBuiltin(specifier)) return;
    const found = resolve(from, specifier);
    if (found !== undefined || !(isWorkspace ??= holdsWorkspace(folder)) || !/^[@\w]/.test(specifier)) return found;
    const name = packageNameIn(specifier);
    const home = name === undefined ? undefined : packages().get(name);
    return home === undefined
      ? undefined
      : (resolve(join(home, "package.json"), specifier) ??
          resolve(join(home, "package.json"), `.${specifier.slice(name!.length)}`));
  };
}

function holdsWorkspace(folder: string): boolean {
  return (
    isRegularFile(join(folder, "pnpm-workspace.yaml")) ||
    isRegularFile(join(folder, "lerna.json")) ||
    textOf(join(folder, "package.json")).includes('"workspaces"')
  );
}
