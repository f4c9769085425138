import { defineRule, type OptionName, type Settings, type TlsOptions, type Verdict, verdictsOf } from "tls-rules";
import type { LoadedPlan } from "../engine/judging/load-plan.js";
import { openFile } from "../engine/neighbours/open-file.js";
import { readerFor } from "../engine/reading/reader-for.js";

/** One set of TLS options of a program, with what every release makes of it. */
export interface TlsSiteVerdicts {
  readonly options: TlsOptions;
  readonly verdicts: readonly Verdict[];
  /** The options that stand, as they are written in this file, in a range of its text. */
  optionsIn(range: readonly [start: number, end: number]): readonly OptionName[];
}

/** Where a text belongs. */
export interface SitePlace {
  readonly file: string;
  /** POSIX, from the root of the run. */
  readonly path: string;
  /** The folder of its repository. */
  readonly project: string;
  readonly plan: LoadedPlan;
}

/** The TLS options of a text, in the order in which they are found; none for a text that is no program. */
export async function tlsSitesOf(
  { file, path, project, plan }: SitePlace,
  text: string,
  settings: Settings,
): Promise<readonly TlsSiteVerdicts[]> {
  const sites: TlsSiteVerdicts[] = [];
  const collector = defineRule({
    name: "explain",
    meta: {
      type: "problem",
      description: "see all TLS options",
      preset: "strict",
      grades: [],
      transform: "",
      cwe: [],
      references: [],
      messages: {},
    },
    checkTlsOptions(options, { program }) {
      const optionsIn = ([start, end]: readonly [number, number]) =>
        options
          .allValues()
          .filter(
            ({ write }) =>
              write.program.file === program.file &&
              [write.node, write.value].some(({ range }) => range[0] < end && start < range[1]),
          )
          .map(({ option }) => option);
      sites.push({ options, verdicts: verdictsOf(options, settings), optionsIn });
    },
  });
  const { read } = await readerFor(path, { ...plan, rules: [collector] }, (name, source) =>
    openFile(plan.projectIn(project), file, name, source, plan.typesOf?.(file, source)),
  );
  read(path, text, settings);
  return sites;
}
