import type { AnyReport, OptionsContext, PlaceInProgram, Rule, RuleContext } from "../../define-rule.js";
import type { OptionValue, TlsOptions } from "../../source/sites/tls-options.js";
import { verdictsOf } from "./verdicts.js";
import { verdictsWith, violationsIn, worstOffence } from "./violations.js";

type Messages = Rule["meta"]["messages"];

interface Context extends RuleContext<Messages> {
  report(report: AnyReport<PlaceInProgram>): void;
}

/** What rules ask about a set of TLS options, again and again. */
export function createOptionsContext({ meta }: Rule, options: TlsOptions, context: Context): OptionsContext<Messages> {
  const { settings } = context;
  const verdicts = () => verdictsOf(options, settings);
  const undecided = (value: OptionValue) => {
    if (meta.undecided === undefined) return;
    context.report({ at: value, messageId: "undecided", data: { option: value.write.key }, level: "note" });
  };
  const known: OptionsContext<Messages>["known"] = (option) =>
    options.values(option).filter((value) => {
      if (value.kind === "unknown") undecided(value);
      return value.kind === "known";
    });
  return {
    ...context,
    verdicts,
    undecided,
    known,
    judged: (option, ...subjects) =>
      known(option).flatMap((value) => {
        if (typeof value.value !== "string") return [];
        const own = verdictsWith(value, verdicts());
        const violations = violationsIn(own, settings.policy, ...subjects);
        return [{ value, text: value.value, verdicts: own, violations, offence: worstOffence(violations) }];
      }),
  };
}
