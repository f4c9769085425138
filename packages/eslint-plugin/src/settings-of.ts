import type { Rule as EslintRule } from "eslint";
import { certainties, levels, resolveSettings, type Settings, type SettingsInput } from "tls-rules";
import type { RuleOptions } from "./rule-options.js";

/** The JSON schema of `RuleOptions`, as `meta.schema` of every rule. */
export const optionsSchema: NonNullable<EslintRule.RuleMetaData["schema"]> = [
  {
    type: "object",
    properties: {
      certainty: {
        enum: [...certainties],
        description:
          "`proven` leaves out options whose TLS call is out of sight; `likely`, the default, includes them where key and value are unmistakable.",
      },
      level: {
        enum: [...levels],
        description:
          "Findings below this level are left out. The default is `warning`; notes are for what the code does not tell.",
      },
    },
    additionalProperties: false,
  },
];

const settingNames: readonly string[] = [
  ...(["profile", "policy", "node", "certainty", "level"] satisfies (keyof SettingsInput)[]),
  "types",
];

const noSettings = {};
const resolved = new WeakMap<object, Settings>();

/** `settings.tls` with the rule's own options on top. */
export function settingsOf({ settings, options }: Pick<EslintRule.RuleContext, "settings" | "options">): Settings {
  return { ...sharedSettings(settings), ...(options[0] as RuleOptions | undefined) };
}

/** `settings.tls`. ESLint keeps one settings object for many files, so it is resolved once. @throws an error that says what to write where it is wrong. */
export function sharedSettings(settings: EslintRule.RuleContext["settings"]): Settings {
  const input = (settings["tls"] ?? noSettings) as object;
  const known = resolved.get(input);
  if (known) return known;
  const fresh = resolveSettings(checked(input));
  resolved.set(input, fresh);
  return fresh;
}

function checked(input: object): SettingsInput {
  if (typeof input !== "object" || Array.isArray(input))
    throw new RangeError(`\`settings.tls\` is ${JSON.stringify(input)}. Write an object: \`{ node: ">=18" }\`.`);
  const stray = Object.keys(input).find((name) => !settingNames.includes(name));
  if ("types" in input && input.types !== "required")
    throw new RangeError('`settings.tls.types` can only be "required". Types are used wherever the parser has them.');
  if (stray === undefined) return input;
  throw new RangeError(
    `\`settings.tls.${stray}\` is no setting. Use ${settingNames.map((name) => `\`${name}\``).join(", ")}.`,
  );
}
