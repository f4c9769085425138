import type { EnvironmentVariable, NpmSetting, Setting } from "../setting.js";
import { flagsIn } from "./node-flags.js";
import { commandLineOf } from "./node-options.js";
import { npmSettingOf, optionsVariable } from "./watched-variables.js";

/** What a variable or setting stands for: NODE_OPTIONS for flags, `npm_config_strict_ssl` for the setting of npm. */
export function understood(setting: Setting): readonly Setting[] {
  if (setting.kind === "variable" && setting.name === optionsVariable) return flagsOf(setting);
  if (setting.kind === "variable") {
    const name = npmSettingOf(setting.name);
    return name === undefined ? [setting] : understood({ ...setting, kind: "npm-setting", name });
  }
  if (setting.kind === "npm-setting" && setting.name === "node-options") return flagsOf(setting);
  return [setting];
}

function flagsOf(setting: EnvironmentVariable | NpmSetting): readonly Setting[] {
  const { certainty, guard } = setting;
  const flags = flagsIn(commandLineOf(setting));
  return flags.length > 0 ? [{ kind: "node-flags", flags, certainty, guard }] : [];
}
