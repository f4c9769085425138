import { analyze, defineRule, type RuleContext, type Settings, type SourceFile, type TlsOptions } from "tls-rules";

export interface FoundOptions {
  readonly options: TlsOptions;
  readonly program: RuleContext<Record<string, string>>["program"];
}

/** The sets of TLS options that say something, as the rules see them: those of the certainty that is asked for, in source order. */
export function collectTlsOptions(file: SourceFile, settings: Settings): readonly FoundOptions[] {
  const found: FoundOptions[] = [];
  const witness = defineRule({
    name: "witness",
    meta: {
      type: "problem",
      description: "see what the rules see",
      preset: "strict",
      grades: [],
      transform: "none",
      cwe: [],
      references: [],
      messages: {},
    },
    checkTlsOptions: (options, { program }) => void found.push({ options, program }),
  });
  analyze(file, settings, [witness]);
  const wanted = found.filter(
    ({ options }) =>
      options.allValues().length > 0 && (options.certainty === "proven" || settings.certainty === "likely"),
  );
  return wanted.sort((a, b) => a.options.anchor.range[0] - b.options.anchor.range[0]);
}
