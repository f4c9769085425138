import { analyze, type Finding, type Grade, resolveSettings, type SourceFile } from "tls-rules";
import { isTypeScript } from "../cases.js";
import type { Door } from "./reading.js";

type Find = (text: string) => readonly Finding[];

/** The playground's parser and its way to apply edits. Their types belong to the docs' own build, so they are loaded by address. */
const load = (name: string) =>
  import(/* @vite-ignore */ new URL(`../../../docs/site/playground/${name}`, import.meta.url).href);
const { readSource } = (await load("read-source.ts")) as {
  readSource(text: string, language: "javascript" | "typescript"): SourceFile;
};
const { migrate } = (await load("migrate.ts")) as {
  migrate(text: string, find: Find, grades: readonly Grade[]): string;
};

/** The site's playground: Babel's parser, whose tree is made like typescript-eslint's. */
export const playgroundDoor: Door = {
  name: "the playground",
  canRead: () => true,
  read(rule, { code, path, settings }) {
    const find: Find = (text) =>
      analyze(
        { ...readSource(text, isTypeScript(path) ? "typescript" : "javascript"), path },
        resolveSettings(settings),
        [rule],
      );
    const [mark, text] = /^(\uFEFF?)([^]*)$/.exec(code)!.slice(1) as [string, string];
    return { findings: find(text), output: mark + migrate(text, find, ["fix", "upgrade", "ask"]) };
  },
};
