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
const resolved = new WeakMap<object, ReadonlyMap<string, Settings>>();

/** `settings.tls` with the rule's own options on top. */
export function settingsOf({ settings, options }: Pick<EslintRule.RuleContext, "settings" | "options">): Settings {
  return { ...sharedSettings(settings), ...(options[0] as RuleOptions | undefined) };
}

/** `settings.tls`. ESLint keeps one settings object for many files, so it is resolved once. @throws an error that says what to write where it is wrong. */
export function sharedSettings(settings: EslintRule.RuleContext["settings"]): Settings {
  const input = inputOf(settings);
  return recalled(input, "", () => resolveSettings(checked(input)));
}

/** The Node releases of `settings.tls`, or else those that the project of the file says it runs on. */
export function runtimesFor(
  settings: EslintRule.RuleContext["settings"],
  declared: () => string | undefined,
): Settings["runtimes"] {
  const [input, shared] = [inputOf(settings), sharedSettings(settings)];
  const node = input.node === undefined ? declared() : undefined;
  return node === undefined
    ? shared.runtimes
    : recalled(input, node, () => admitted({ ...input, node }, shared)).runtimes;
}

function inputOf(settings: EslintRule.RuleContext["settings"]): SettingsInput {
  return (settings["tls"] ?? noSettings) as SettingsInput;
}

function recalled(input: SettingsInput, node: string, resolve: () => Settings): Settings {
  const known = resolved.get(input)?.get(node);
  if (known) return known;
  const fresh = resolve();
  resolved.set(input, new Map([...(resolved.get(input) ?? []), [node, fresh]]));
  return fresh;
}

/** What a manifest says need be no range, or admit no release: then the default holds, as on the command line. */
function admitted(input: SettingsInput, byDefault: Settings): Settings {
  try {
    return resolveSettings(input);
  } catch (error) {
    if (error instanceof RangeError) return byDefault;
    throw error;
  }
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
