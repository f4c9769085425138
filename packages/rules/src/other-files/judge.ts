import type { Certainty } from "../finding.js";
import type { Settings } from "../settings.js";
import { judgingRules } from "./rules/index.js";
import type { Report } from "./rules/other-file-rule.js";
import type { Setting } from "./setting.js";
import { understood } from "./understood.js";

/** What a rule has to say of a setting, in words. */
export interface Judgement extends Report {
  readonly rule: string;
  readonly message: string;
  readonly certainty: Certainty;
  readonly guard: string | undefined;
}

/** What all rules have to say of a setting. */
export function judge(setting: Setting, settings: Settings): readonly Judgement[] {
  return understood(setting).flatMap((meant) =>
    judgingRules.flatMap((rule) =>
      rule.judge(meant, settings).map((report) => {
        const { certainty, guard } = meant;
        return {
          ...report,
          rule: rule.name,
          message: interpolate(rule.messages[report.messageId]!, report.data),
          certainty,
          guard,
        };
      }),
    ),
  );
}

function interpolate(message: string, data: Readonly<Record<string, string>>): string {
  return message.replaceAll(/\{\{(\w+)\}\}/g, (placeholder, name: string) => data[name] ?? placeholder);
}
